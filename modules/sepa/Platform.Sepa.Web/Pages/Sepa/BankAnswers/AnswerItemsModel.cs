using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>A list of statuses and bookings, of one file or of those that wait.</summary>
internal abstract class AnswerItemsModel(IBankAnswerAppService answers, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    public const string ListId = "answer-items";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public BankAnswerItemState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    [BindProperty]
    public string? EndToEndId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PagedResult<BankAnswerItemDto> Items { get; private set; } = new([], null);

    public bool CanImport { get; private set; }

    public bool CanSeeRemittances { get; private set; }

    public abstract string Path { get; }

    public virtual bool IsFiltered => !string.IsNullOrEmpty(Q) || State is not null;

    public IStringLocalizer<SepaResource> Texts => texts;

    protected IBankAnswerAppService Answers => answers;

    protected virtual Guid? AnswerId => null;

    public virtual string UrlOf(string? cursor) => this.Link(Path, ("q", Q), ("state", State), ("cursor", cursor));

    public string PostUrl(string handler, Guid item) => this.Link(Path, ("handler", handler), ("item", item), ("q", Q), ("state", State), ("cursor", Cursor));

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_AnswerItems", this) : Page();
    }

    public Task<IActionResult> OnPostAssignAsync(Guid item, CancellationToken cancellationToken) =>
        HandleAsync(() => answers.AssignAsync(item, new AssignBankAnswerItemDto(EndToEndId), cancellationToken), "BankAnswers:Assigned");

    public Task<IActionResult> OnPostSetAsideAsync(Guid item, CancellationToken cancellationToken) =>
        HandleAsync(() => answers.SetAsideAsync(item, new SetAsideBankAnswerItemDto(Reason), cancellationToken), "BankAnswers:IsSetAside");

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Items = await answers.GetItemsAsync(new GetBankAnswerItemsInput(AnswerId, State, null, Q, Cursor), aborted);
        CanImport = await permissions.IsGrantedAsync(SepaPermissions.BankAnswers.Import, aborted);
        CanSeeRemittances = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Default, aborted);
    }

    private Task<IActionResult> HandleAsync(Func<Task<BankAnswerItemDto>> act, string notice) => TryAsync(async () =>
    {
        await act();
        Notify(texts[notice]);
        return LocalRedirect(UrlOf(null));
    });
}
