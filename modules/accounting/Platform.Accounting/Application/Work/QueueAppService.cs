using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

internal sealed class QueueAppService(
    AccountingDbContext context, IClientAppService clients, IDocumentWorkAppService work, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user,
    IPermissionChecker permissions, IEnumerable<ITenantGate> gates) : IQueueAppService
{
    private const int LargestPage = 100;

    public async Task<PagedResult<QueueItemDto>> GetListAsync(QueueInput input, CancellationToken cancellationToken = default)
    {
        var open = await OpenAsync(cancellationToken);
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var rows = await Select(input, [.. open.Keys]).OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(cancellationToken);
        var next = rows.Count > size ? rows[size - 1].Id.ToString("N", CultureInfo.InvariantCulture) : null;
        var names = await NamesAsync(rows.Select(r => r.ClientId).Distinct(), cancellationToken);
        return new PagedResult<QueueItemDto>([.. rows.Take(size).Select(i => ToDto(i, names[i.ClientId]))], next);
    }

    public async Task<IReadOnlyList<QueueClientDto>> GetClientsAsync(CancellationToken cancellationToken = default)
    {
        var open = (await OpenAsync(cancellationToken)).Keys.ToArray();
        var counts = await context.QueueItems.Where(i => open.Contains(i.ClientId)).GroupBy(i => i.ClientId)
            .Select(g => new { g.Key, Waiting = g.Count(i => i.State == DocumentState.Sent || i.State == DocumentState.Accepted) }).ToListAsync(cancellationToken);
        var names = await NamesAsync(counts.Select(c => c.Key), cancellationToken);
        return [.. counts.Select(c => new QueueClientDto(c.Key, names[c.Key].Name, c.Waiting)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    public Task AcceptAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default) =>
        InClientsAsync(documentIds, ids => work.AcceptAsync(ids, cancellationToken), cancellationToken);

    public Task AskAsync(Guid documentId, string? text, CancellationToken cancellationToken = default) =>
        InClientsAsync([documentId], _ => work.AskAsync(documentId, text, cancellationToken), cancellationToken);

    public Task BookAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default) =>
        InClientsAsync(documentIds, ids => work.BookAsync(ids, cancellationToken), cancellationToken);

    private async Task InClientsAsync(IReadOnlyCollection<Guid> ids, Func<IReadOnlyCollection<Guid>, Task> act, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        var rows = await context.QueueItems.Where(i => ids.Contains(i.DocumentId)).Select(i => new { i.ClientId, i.DocumentId }).ToListAsync(cancellationToken);
        if (rows.Count != ids.Distinct().Count() || rows.Exists(r => !open.ContainsKey(r.ClientId)))
            throw new EntityNotFoundException();
        foreach (var ofClient in rows.GroupBy(r => r.ClientId, r => r.DocumentId))
        {
            using var inClient = tenant.Change(await tenants.FindByIdAsync(ofClient.Key, cancellationToken));
            using var forFirm = user.Change(user.Info with { ActingFor = open[ofClient.Key] });
            await gates.CheckAsync(cancellationToken);
            await act([.. ofClient]);
        }
    }

    private async Task<Dictionary<Guid, Engaged>> OpenAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(AccountingPermissions.Queue, cancellationToken);
        return (await clients.GetOpenAsync(AccountingPermissions.Documents.Process, cancellationToken)).ToDictionary(e => e.ClientId);
    }

    private IQueryable<QueueItem> Select(QueueInput input, Guid[] open)
    {
        var items = context.QueueItems.AsNoTracking().Where(i => open.Contains(i.ClientId)
            && (input.ClientId == null || i.ClientId == input.ClientId)
            && (input.State == null ? i.State != DocumentState.Booked : i.State == input.State)
            && (input.Type == null || i.Type == input.Type));
        items = items.Matching(input.Search, word => i => i.SearchText.Contains(word));
        if (input.Cursor is not { Length: > 0 } cursor)
            return items;
        return Guid.TryParseExact(cursor, "N", out var last)
            ? items.Where(i => i.Id < last)
            : throw new BusinessException(AccountingErrorCodes.CursorInvalid).WithData("value", cursor.Length > 100 ? cursor[..100] : cursor);
    }

    private async Task<Dictionary<Guid, TenantInfo>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var result = new Dictionary<Guid, TenantInfo>();
        foreach (var id in ids)
            result[id] = await tenants.FindByIdAsync(id, cancellationToken) ?? throw new EntityNotFoundException();
        return result;
    }

    private static QueueItemDto ToDto(QueueItem i, TenantInfo client) =>
        new(i.DocumentId, i.ClientId, client.Slug, client.Name, client.Color, i.Name, i.Type, i.State, i.Size, i.ArrivedAt);
}
