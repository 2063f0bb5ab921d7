using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class CollectionsModel(ICollectionAppService collections, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrderStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public SddScheme? Scheme { get; set; }

    [BindProperty(SupportsGet = true)]
    public BankState? Bank { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Import { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<CollectionDto> Collections { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public bool CanCreate { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Scheme is not null || Bank is not null || Import is not null || (Request.Query.ContainsKey("status") && Status != OrderStatus.Waiting);

    public string UrlOf(string? cursor) => this.Link(
        "collections", ("q", Q), ("status", Status?.ToString() ?? "all"), ("scheme", Scheme), ("bank", Bank), ("import", Import), ("cursor", cursor));

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("collection-list") ? Partial("_CollectionTable", this) : Page();
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await collections.CancelAsync(id, cancellationToken);
        Notify(texts["Collections:Cancelled"]);
        return LocalRedirect(UrlOf(Cursor));
    });

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var again = await collections.CollectAgainAsync(id, cancellationToken);
        Notify(texts["Collections:IsAgain", again.EndToEndId]);
        return LocalRedirect(UrlOf(Cursor));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        // The list opens with what waits; "all" in the address shows everything.
        if (!Request.Query.ContainsKey("status") && Bank is null)
            Status = OrderStatus.Waiting;
        var input = new GetCollectionsInput(Q, Status, Scheme, Import, null, Cursor, BankState: Bank);
        Collections = await collections.GetListAsync(input, aborted);
        Total = await collections.GetTotalAsync(input, aborted);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
    }
}
