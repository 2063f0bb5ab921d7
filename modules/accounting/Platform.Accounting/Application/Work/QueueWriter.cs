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

    public async Task HandleAsync(DocumentsHandedOverEto eventData, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        var documents = await context.Documents.AsNoTracking().Where(d => eventData.DocumentIds.Contains(d.Id)).ToListAsync(cancellationToken);
        var client = await CurrentAsync(cancellationToken);
        using var firm = tenant.Change(eventData.FirmId);
        var known = await context.QueueItems.Where(i => eventData.DocumentIds.Contains(i.DocumentId)).Select(i => i.DocumentId).ToListAsync(cancellationToken);
        context.QueueItems.AddRange(documents.Where(d => !known.Contains(d.Id)).Select(d => Make(d, client)));
        await context.SaveChangesAsync(cancellationToken);
        await TellFirmAsync(client, "HandedOver", documents.Count, null, cancellationToken);
    }

    /// <summary>After documents changed their state.</summary>
    public async Task FollowAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken)
    {
        var ids = documents.Select(d => d.Id).ToArray();
        foreach (var firmId in await FirmsAsync(cancellationToken))
        {
            using var firm = tenant.Change(firmId);
            foreach (var item in await context.QueueItems.Where(i => ids.Contains(i.DocumentId)).ToListAsync(cancellationToken))
                item.State = documents.Single(d => d.Id == item.DocumentId).State;
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

    private QueueItem Make(Document document, TenantInfo client) => new()
    {
        ClientId = client.Id,
        DocumentId = document.Id,
        Name = document.Name,
        Type = document.Type,
        State = document.State,
        Size = document.Size,
        ArrivedAt = clock.GetUtcNow().UtcDateTime,
        SearchText = SearchTexts.Of(document.Name, client.Name),
    };
}
