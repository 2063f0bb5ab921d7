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
    public CollectionListFilter Filter { get; set; } = new();

    public PagedResult<CollectionDto> Collections { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public bool CanCreate { get; private set; }

    public bool CanReverse { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool CanExport { get; private set; }

    public string UrlOf(string? cursor) => this.Link("collections", (Filter with { Cursor = cursor }).ToQuery());

    public string ListUrl(string path) => this.Link($"collections/{path}", (Filter with { Cursor = null }).ToQuery());

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx("collection-list") ? Partial("_CollectionTable", this) : Page();
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await collections.CancelAsync(id, cancellationToken);
        Notify(texts["Collections:Cancelled"]);
        return LocalRedirect(UrlOf(Filter.Cursor));
    });

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var again = await collections.CollectAgainAsync(id, cancellationToken);
        Notify(texts["Collections:IsAgain", again.EndToEndId]);
        return LocalRedirect(UrlOf(Filter.Cursor));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Filter = Filter.Opened(Request.Query.ContainsKey("status"));
        Collections = await collections.GetListAsync(Filter.ToInput(), aborted);
        Total = await collections.GetTotalAsync(Filter.ToInput(), aborted);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
        CanReverse = await permissions.IsGrantedAsync(SepaPermissions.Reversals.Create, aborted);
        CanExport = await permissions.IsGrantedAsync(SepaPermissions.Remittances.Download, aborted);
    }
}
