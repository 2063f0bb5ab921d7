using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Imports.Default)]
[UploadLimit]
internal sealed class ImportsModel(
    IImportAppService imports, ICreditorAccountAppService accounts, IPermissionChecker permissions, IUnitOfWork unitOfWork, IPlatformTexts platformTexts,
    IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public ImportKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public ImportStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public Guid? CreditorAccountId { get; set; }

    public PagedResult<ImportBatchDto> Imports { get; private set; } = new([], null);

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public bool HasAccount { get; private set; } = true;

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IStringLocalizer<SepaResource> Texts => texts;

    public string? NextUrl => Imports.NextCursor is { } next ? this.Link("imports", ("status", Status), ("cursor", next)) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (TempData.ContainsKey(UploadLimitAttribute.TooLarge))
        {
            TempData.Remove(UploadLimitAttribute.TooLarge);
            ModelState.AddModelError(nameof(Upload), platformTexts.Get(SepaErrorCodes.CsvTooLarge));
        }

        await OnReloadAsync();
        return IsHtmx("import-list") ? Partial("_ImportTable", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Upload is null)
            throw new InputException(new FieldError(nameof(Upload), SepaErrorCodes.Required));
        await using var content = Upload.OpenReadStream();
        try
        {
            var import = await imports.StageAsync(new StageImportInput(Kind, Upload.FileName, content, CreditorAccountId), cancellationToken);
            return GoTo(import);
        }
        catch (InputException refused)
        {
            return await RefuseAsync(refused, cancellationToken);
        }
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Imports = await imports.GetListAsync(new GetImportsInput(Status, null, Cursor), aborted);
        var canTransfer = await permissions.IsGrantedAsync(SepaPermissions.Transfers.Create, aborted);
        Kinds = [.. Presentation.Options<ImportKind>(texts).Where(k => canTransfer || k.Value != nameof(ImportKind.Transfers))];
        if (!await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Default, aborted))
            return;
        var open = (await accounts.GetListAsync(aborted)).Where(a => a.Status != CreditorAccountStatus.Closed && a.CreditorIdentifier is not null).ToList();
        HasAccount = open.Count > 0;
        Accounts = open.Select(a => a.CreditorIdentifier).Distinct().Count() < 2 ? [] : [.. open.Select(a => new SelectListItem($"{a.Name} · {a.CreditorIdentifier}", $"{a.Id}"))];
    }

    // What is wrong with a file as a whole is said with its line, beside the field.
    private async Task<IActionResult> RefuseAsync(InputException refused, CancellationToken cancellationToken)
    {
        await unitOfWork.RollbackAsync(cancellationToken);
        foreach (var error in refused.Errors)
        {
            var text = platformTexts.Get(error.Code, new Dictionary<string, object?> { ["value"] = error.Value, ["field"] = error.Field, ["line"] = error.Line });
            ModelState.AddModelError(nameof(Upload), error.Line is { } line ? texts["Imports:AtLine", line, text] : text);
        }

        return await ReloadAsync();
    }

    private IActionResult GoTo(ImportBatchDto import)
    {
        var path = $"imports/{import.Id}";
        if (!Request.Headers.ContainsKey("HX-Request"))
            return this.Go(path);
        Response.Headers["HX-Redirect"] = this.Link(path);
        return new EmptyResult();
    }
}
