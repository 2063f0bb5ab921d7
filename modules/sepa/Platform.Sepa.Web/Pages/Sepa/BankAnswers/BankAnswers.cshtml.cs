using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.BankAnswers.Default)]
[UploadLimit]
internal sealed class BankAnswersModel(
    IBankAnswerAppService answers, IPermissionChecker permissions, IUnitOfWork unitOfWork, IPlatformTexts platformTexts, IStringLocalizer<SepaResource> texts)
    : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public BankAnswerKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public PagedResult<BankAnswerDto> Answers { get; private set; } = new([], null);

    public bool CanImport { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public string UrlOf(string? cursor) => this.Link("bank-answers", ("kind", Kind), ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync()
    {
        if (TempData.ContainsKey(UploadLimitAttribute.TooLarge))
        {
            TempData.Remove(UploadLimitAttribute.TooLarge);
            ModelState.AddModelError(nameof(Upload), platformTexts.Get(SepaErrorCodes.AnswerTooLarge));
        }

        await OnReloadAsync();
        return IsHtmx("answer-list") ? Partial("_BankAnswerTable", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Upload is null)
            throw new InputException(new FieldError(nameof(Upload), SepaErrorCodes.Required));
        await using var content = Upload.OpenReadStream();
        try
        {
            var answer = await answers.ImportAsync(new ImportBankAnswerInput(Upload.FileName, content), cancellationToken);
            Notify(texts["BankAnswers:Imported"]);
            return GoTo(answer);
        }
        catch (InputException refused)
        {
            return await RefuseAsync(refused, cancellationToken);
        }
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Answers = await answers.GetListAsync(new GetBankAnswersInput(Kind, Cursor), aborted);
        CanImport = await permissions.IsGrantedAsync(SepaPermissions.BankAnswers.Import, aborted);
    }

    // What is wrong with a file is said with the element and its line, beside the field.
    private async Task<IActionResult> RefuseAsync(InputException refused, CancellationToken cancellationToken)
    {
        await unitOfWork.RollbackAsync(cancellationToken);
        foreach (var error in refused.Errors)
        {
            var text = platformTexts.Get(error.Code, new Dictionary<string, object?> { ["value"] = error.Value, ["field"] = error.Field });
            ModelState.AddModelError(nameof(Upload), error.Line is { } line ? texts["Imports:AtLine", line, text] : text);
        }

        return await ReloadAsync();
    }

    private IActionResult GoTo(BankAnswerDto answer)
    {
        var path = $"bank-answers/{answer.Id}";
        if (!Request.Headers.ContainsKey("HX-Request"))
            return this.Go(path);
        Response.Headers["HX-Redirect"] = this.Link(path);
        return new EmptyResult();
    }
}
