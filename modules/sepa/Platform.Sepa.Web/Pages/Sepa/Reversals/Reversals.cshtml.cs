using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Reversals.Default)]
internal sealed class ReversalsModel(
    IReversalAppService reversals, IRemittanceAppService remittances, IPermissionChecker permissions, IStringLocalizer<SepaResource> texts) : PlatformPageModel
{
    public const string ListId = "reversal-list";

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

    public PagedResult<ReversalDto> Reversals { get; private set; } = new([], null);

    public OrderTotalDto Total { get; private set; } = new(0, 0);

    public IReadOnlyList<WaitingReversalsDto> Waiting { get; private set; } = [];

    public bool CanCreate { get; private set; }

    public bool CanPrepare { get; private set; }

    public IStringLocalizer<SepaResource> Texts => texts;

    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Bank is not null || From is not null || To is not null || Expected || (Request.Query.ContainsKey("status") && Status != OrderStatus.Waiting);

    public string UrlOf(string? cursor) => this.Link("reversals", [.. Filter, ("cursor", cursor)]);

    public string ActUrl(string handler, ReversalDto reversal) => this.Link("reversals", [("handler", handler), ("id", reversal.Id), .. Filter]);

    private (string Name, object? Value)[] Filter =>
        [("q", Q), ("status", Status?.ToString() ?? "all"), ("bank", Bank), ("from", From), ("to", To), ("expected", Expected ? "true" : null)];

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_ReversalTable", this) : Page();
    }

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await reversals.CancelAsync(id, cancellationToken);
        Notify(texts["Collections:Cancelled"]);
        return LocalRedirect(UrlOf(Cursor));
    });

    public Task<IActionResult> OnPostRemittanceAsync(Guid original, Guid newId, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var file = (await reversals.GetWaitingAsync(cancellationToken)).FirstOrDefault(w => w.OriginalRemittanceId == original) ?? throw new EntityNotFoundException();
        var made = await remittances.CreateAsync(
            new CreateRemittanceDto(newId, file.CreditorAccountId, texts["Reversals:TitleOf", file.Number], file.Scheme, new OrderSelectionDto(OriginalRemittanceId: original)),
            cancellationToken);
        Notify(texts["Remittances:Created", made.Number]);
        return this.Go($"remittances/{made.Id}");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        // The list opens with what waits; "all" in the address shows everything.
        if (!Request.Query.ContainsKey("status") && Bank is null && !Expected)
            Shown = ShownStatus.First;
        var input = new GetReversalsInput(Q, Status, Cursor, BankState: Bank, From: From, To: To, IsExpected: Expected);
        Reversals = await reversals.GetListAsync(input, aborted);
        Total = await reversals.GetTotalAsync(input, aborted);
        Waiting = await reversals.GetWaitingAsync(aborted);
        CanCreate = await permissions.IsGrantedAsync(SepaPermissions.Reversals.Create, aborted);
        CanPrepare = CanCreate && await permissions.IsGrantedAsync(SepaPermissions.Remittances.Create, aborted);
    }
}
