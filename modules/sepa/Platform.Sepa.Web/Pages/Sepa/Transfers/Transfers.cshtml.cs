using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Transfers.Default)]
internal sealed class TransfersModel(ITransferAppService transfers, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    public const string ListId = "transfer-list";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Shown { get; set; }

    public OrderStatus? Status => ShownStatus.Read(Shown);

    [BindProperty(SupportsGet = true)]
    public BankState? Bank { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Expected { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<TransferDto> Transfers { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public bool CanCreate { get; private set; }

    public bool CanPrepare { get; private set; }

    public bool CanImport { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Bank is not null || From is not null || To is not null || Expected || (Request.Query.ContainsKey("status") && Status != OrderStatus.Waiting);

    public string UrlOf(string? cursor) => this.Link("transfers", [.. Filter, ("cursor", cursor)]);

    public string ActUrl(string handler, TransferDto transfer) =>
        this.Link("transfers", [("handler", handler), ("id", transfer.Id), .. Filter]);

    private (string Name, object? Value)[] Filter =>
        [("q", Q), ("status", Status?.ToString() ?? "all"), ("bank", Bank), ("from", From), ("to", To), ("expected", Expected ? "true" : null)];

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_TransferTable", this) : Page();
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await transfers.CancelAsync(id, cancellationToken);
        Notify(texts["Collections:Cancelled"]);
        return LocalRedirect(UrlOf(Cursor));
    });

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var again = await transfers.PayAgainAsync(id, cancellationToken);
        Notify(texts["Collections:IsAgain", again.EndToEndId]);
        return LocalRedirect(UrlOf(Cursor));
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        // The list opens with what waits; "all" in the address shows everything.
        if (!Request.Query.ContainsKey("status") && Bank is null && !Expected)
            Shown = ShownStatus.First;
        var input = new GetTransfersInput(Q, Status, Cursor, BankState: Bank, From: From, To: To, IsExpected: Expected);
        Transfers = await transfers.GetListAsync(input, aborted);
        Total = await transfers.GetTotalAsync(input, aborted);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Transfers.Create, aborted);
        CanImport = CanCreate && await permissions.IsGrantedAsync(SepaPermissions.Imports.Default, aborted);
        CanPrepare = CanCreate && await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
    }
}
