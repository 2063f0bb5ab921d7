using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Reads what the person reaches; the caller has checked the permission.</summary>
internal sealed class PreNotificationQueries(SepaDbContext db, PreNotificationWishes wishes, Reach reach) : IScopedDependency
{
    public async Task<PagedResult<PreNotificationDto>> GetListAsync(GetPreNotificationsInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var found = await FilterAsync(input, cancellationToken);
        var total = await found.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            found = found.Where(x => x.Notification.Id < after.Id);
        var rows = await found.OrderByDescending(x => x.Notification.Id).Take(size + 1).ToListAsync(cancellationToken);
        return Cursor.Page(rows.ConvertAll(Dto), size, p => Cursor.Of(p.Id), total);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetPreNotificationsInput input, CancellationToken cancellationToken)
    {
        var total = await (await FilterAsync(input, cancellationToken)).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(x => x.Collection.AmountCents) }).SingleOrDefaultAsync(cancellationToken);
        return new OrderTotalDto(total?.Count ?? 0, (total?.Cents ?? 0) / 100m);
    }

    public async Task<PreNotificationDto> GetAsync(Guid id, CancellationToken cancellationToken) =>
        Dto(await Rows(await ReachableAsync(SepaPermissions.Remittances.Default, cancellationToken)).SingleOrDefaultAsync(x => x.Notification.Id == id, cancellationToken)
            ?? throw new EntityNotFoundException());

    public async Task<PreNotificationSummaryDto> GetSummaryAsync(Guid? remittanceId, CancellationToken cancellationToken)
    {
        var found = await ReachableAsync(SepaPermissions.Remittances.Default, cancellationToken);
        if (remittanceId is { } remittance)
        {
            await RequireRemittanceAsync(remittance, SepaPermissions.Remittances.Default, cancellationToken);
            found = found.Where(p => p.RemittanceId == remittance);
        }

        var counts = await found.GroupBy(p => new { p.State, IsLate = (p.ToldOn ?? p.DueOn) > p.WantedOn })
            .Select(g => new { g.Key.State, g.Key.IsLate, Count = g.Count() }).ToListAsync(cancellationToken);
        return new PreNotificationSummaryDto(
            await wishes.GetNoticeDaysAsync(cancellationToken) is not null,
            counts.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            counts.Where(c => c.IsLate && c.State != PreNotificationState.Withdrawn).Sum(c => c.Count));
    }

    public async Task<Remittance> RequireRemittanceAsync(Guid id, string permission, CancellationToken cancellationToken) =>
        await (await reach.OfAsync(db.Remittances.AsNoTracking(), permission, cancellationToken)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
        ?? throw new EntityNotFoundException();

    public async Task<IQueryable<PreNotification>> ReachableAsync(string permission, CancellationToken cancellationToken)
    {
        var remittances = await reach.OfAsync(db.Remittances, permission, cancellationToken);
        return db.PreNotifications.Where(p => remittances.Any(r => r.Id == p.RemittanceId));
    }

    private async Task<IQueryable<PreNotificationRow>> FilterAsync(GetPreNotificationsInput input, CancellationToken cancellationToken)
    {
        var found = await ReachableAsync(SepaPermissions.Remittances.Default, cancellationToken);
        if (input.RemittanceId is { } remittance)
            found = found.Where(p => p.RemittanceId == remittance);
        if (input.State is { } state)
            found = found.Where(p => p.State == state);
        if (input.Late)
            found = found.Where(p => p.State != PreNotificationState.Withdrawn && (p.ToldOn ?? p.DueOn) > p.WantedOn);
        return Rows(found).Matching(input.Search, word => x => x.Collection.SearchText.Contains(word)
            || db.Mandates.Any(m => m.Id == x.Collection.MandateId && m.SearchText.Contains(word)));
    }

    private IQueryable<PreNotificationRow> Rows(IQueryable<PreNotification> found) =>
        from p in found.AsNoTracking()
        join c in db.Collections.AsNoTracking() on p.Id equals c.Id
        join r in db.Remittances.AsNoTracking() on p.RemittanceId equals r.Id
        select new PreNotificationRow { Notification = p, Collection = c, Number = r.Number };

    private static PreNotificationDto Dto(PreNotificationRow x)
    {
        var (p, c) = (x.Notification, x.Collection);
        return new PreNotificationDto(
            p.Id, p.RemittanceId, x.Number, c.MandateId, c.MandateReference!, c.PartyName!, c.EndToEndId, c.AmountCents / 100m, p.CollectionDate, p.WantedOn, p.DueOn, p.State,
            p.Email, p.Language, p.ToldOn, p.Way, p.Reply);
    }
}

internal sealed class PreNotificationRow
{
    public required PreNotification Notification { get; init; }

    public required Collection Collection { get; init; }

    public required string Number { get; init; }
}
