using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

/// <summary>Documents of all clients in one list.</summary>
[Authorize(AccountingPermissions.Queue)]
internal sealed class QueueModel(IQueueAppService queue, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    internal const string ListId = "queue-list";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Client { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<QueueItemDto> Items { get; private set; } = new([], null);

    public IReadOnlyList<QueueClientDto> Clients { get; private set; } = [];

    public IStringLocalizer<AccountingResource> Texts => texts;

    public bool IsFiltered => Client is not null || State is not null || Type is not null || !string.IsNullOrEmpty(Q);

    public string? PreviousUrl => Cursor is null ? null : UrlOf();

    public string? NextUrl => Items.NextCursor is { } next ? UrlOf(next) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        await OnReloadAsync();
        return IsHtmx(ListId) ? Partial("_QueueTable", this) : Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid[] ids, CancellationToken cancellationToken) => ActAsync("Queue:Accepted", ids, () => queue.AcceptAsync(ids, cancellationToken));

    public Task<IActionResult> OnPostBookAsync(Guid[] ids, CancellationToken cancellationToken) => ActAsync("Queue:Booked", ids, () => queue.BookAsync(ids, cancellationToken));

    /// <summary>Where a form of the list posts to: back to the same rows.</summary>
    public string ActUrl(string handler) => UrlOf(Cursor, handler);

    protected override async Task OnReloadAsync()
    {
        Items = await queue.GetListAsync(new QueueInput(Client, State, Type, Q, Cursor), HttpContext.RequestAborted);
        Clients = await queue.GetClientsAsync(HttpContext.RequestAborted);
    }

    private Task<IActionResult> ActAsync(string notice, Guid[] ids, Func<Task> act) => TryAsync(async () =>
    {
        await act();
        Notify(texts.Count(notice, ids.Length));
        return LocalRedirect(UrlOf());
    });

    private string UrlOf(string? cursor = null, string? handler = null) =>
        this.Link("queue", ("q", Q), ("client", Client), ("state", State), ("type", Type), ("cursor", cursor), ("handler", handler));
}
