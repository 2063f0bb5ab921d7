using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Accounting;

/// <summary>Keeps the queue of the company's firm in step with its documents, in the same transaction.</summary>
internal sealed class QueueWriter(
    AccountingDbContext context, ICurrentTenant tenant, ITenantStore tenants, INotificationPublisher notifications, TimeProvider clock)
    : ILocalEventHandler<DocumentsHandedOverEto>, IScopedDependency
{
    private const string Key = "Accounting.Queue";
    private const int AtOnce = 500;

    public async Task HandleAsync(DocumentsHandedOverEto eventData, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        await AddAsync(eventData.FirmId, eventData.DocumentIds, cancellationToken);
    }

    /// <summary>A firm that begins finds what was handed over before, to whomever.</summary>
    public async Task TakeOverAsync(Guid firmId, CancellationToken cancellationToken)
    {
        var handedOver = await context.Documents.Where(d => d.State != DocumentState.New).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);
        if (handedOver.Count > 0)
            await AddAsync(firmId, handedOver, cancellationToken);
    }

    private async Task AddAsync(Guid firmId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var client = await CurrentAsync(cancellationToken);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var documents = await context.Documents.AsNoTracking().Where(d => some.Contains(d.Id)).ToListAsync(cancellationToken);
            using var firm = tenant.Change(firmId);
            var known = await context.QueueItems.Where(i => some.Contains(i.DocumentId)).ToDictionaryAsync(i => i.DocumentId, cancellationToken);
            foreach (var document in documents)
            {
                // Of a firm that was here before, and did not hear what others did meanwhile.
                if (known.TryGetValue(document.Id, out var item))
                    item.Follow(document, client.Name);
                else
                    context.QueueItems.Add(Make(document, client));
            }

            await context.SaveChangesAsync(cancellationToken);
        }

        using var told = tenant.Change(firmId);
        await TellFirmAsync(client, "HandedOver", ids.Count, null, cancellationToken);
    }

    /// <summary>After documents changed their state, name or type.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        var (ids, client) = (documents.Select(d => d.Id).ToArray(), await CurrentAsync(cancellationToken));
        foreach (var firmId in await FirmsAsync(cancellationToken))
        {
            using var firm = tenant.Change(firmId);
            foreach (var item in await context.QueueItems.Where(i => ids.Contains(i.DocumentId)).ToListAsync(cancellationToken))
                item.Follow(documents.Single(d => d.Id == item.DocumentId), client.Name);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task TellAnswerAsync(Document document, CancellationToken cancellationToken)
    {
        var client = await CurrentAsync(cancellationToken);
        foreach (var firmId in await FirmsAsync(cancellationToken))
        {
            using var firm = tenant.Change(firmId);
            await TellFirmAsync(client, "Answered", 1, document.Name, cancellationToken);
        }
    }

    // Former firms keep what they were handed, and see nothing of it any more.
    private async Task<List<Guid>> FirmsAsync(CancellationToken cancellationToken) => await context.Accountants
        .Where(a => a.FirmId != null).Select(a => a.FirmId!.Value).Distinct().ToListAsync(cancellationToken);

    private async Task<TenantInfo> CurrentAsync(CancellationToken cancellationToken) =>
        tenant.Tenant ?? await tenants.FindByIdAsync(tenant.Id ?? Guid.Empty, cancellationToken) ?? throw new EntityNotFoundException();

    private Task TellFirmAsync(TenantInfo client, string text, int count, string? document, CancellationToken cancellationToken) => notifications.PublishToHoldersAsync(
        AccountingPermissions.Queue,
        new NotificationDto(
            $"Accounting.Notification.{text}", new Dictionary<string, object> { ["company"] = client.Name, ["count"] = count, ["document"] = document ?? "" },
            NotificationSeverity.Info, $"queue?client={client.Id}", $"{Key}.{text}.{client.Id:N}"),
        cancellationToken: cancellationToken);

    private QueueItem Make(Document document, TenantInfo client)
    {
        var item = new QueueItem { ClientId = client.Id, DocumentId = document.Id, Size = document.Size, ArrivedAt = clock.GetUtcNow().UtcDateTime };
        item.Follow(document, client.Name);
        return item;
    }
}
