using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateQueries(SepaDbContext db, MandateCustomers customers, MandateTimeline timeline, MandateAmendments amendments) : IScopedDependency
{
    public async Task<PagedResult<MandateListDto>> GetListAsync(GetMandatesInput input, DateOnly today, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var filtered = Filter(input, today);
        var total = await filtered.LongCountAsync(cancellationToken);
        var rows = await After(filtered, input.Sort, Cursor.Read(input.Cursor)).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, m => Cursor.Of(m.Id, SortKey(m, input.Sort)), total);
        return new PagedResult<MandateListDto>([.. page.Items.Select(m => ToListDto(m, today))], page.NextCursor, total);
    }

    public async Task<MandateDto> GetAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        var m = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        return new MandateDto(
            m.Id, m.Reference, m.CreditorKey, m.Scheme, m.Type, Mandate.StatusOn(m.Status, m.LapsesOn, today), m.SignedOn, m.DebtorName, m.DebtorIban,
            m.DebtorBic, m.Address().ToDto(), m.Email, m.Language, m.LastCollectedOn, m.LapsesOn, m.ImportBatchId,
            await timeline.GetAsync(m, cancellationToken), m.ConcurrencyStamp, await customers.GetAsync(m.CustomerId, cancellationToken),
            await amendments.GetAsync(m, cancellationToken), m.IsUsed);
    }

    private IQueryable<Mandate> Filter(GetMandatesInput input, DateOnly today)
    {
        var mandates = db.Mandates.AsNoTracking();
        if (input.Scheme is { } scheme)
            mandates = mandates.Where(m => m.Scheme == scheme);
        if (input.ImportBatchId is { } batch)
            mandates = mandates.Where(m => m.ImportBatchId == batch);
        if (input.Status is { } status)
            mandates = InStatus(mandates, status, today.AddMonths(-Mandate.LapseMonths));
        return mandates.Matching(input.Search, word => m => m.SearchText.Contains(word));
    }

    private static IQueryable<Mandate> InStatus(IQueryable<Mandate> mandates, MandateStatus status, DateOnly lapsedSince) => status switch
    {
        MandateStatus.Expired => mandates.Where(m => m.Status == MandateStatus.Expired
            || ((m.Status == MandateStatus.Active || m.Status == MandateStatus.Suspended) && (m.LastCollectedOn ?? m.SignedOn) <= lapsedSince)),
        MandateStatus.Active or MandateStatus.Suspended =>
            mandates.Where(m => m.Status == status && (m.LastCollectedOn ?? m.SignedOn) > lapsedSince),
        _ => mandates.Where(m => m.Status == status),
    };

    private static IQueryable<Mandate> After(IQueryable<Mandate> mandates, MandateSort sort, (Guid Id, string Key)? after)
    {
        var (id, key) = after ?? default;
        return sort switch
        {
            MandateSort.Reference => (after is null ? mandates : mandates.Where(m => string.Compare(m.ReferenceKey, key) > 0 || (m.ReferenceKey == key && m.Id > id)))
                .OrderBy(m => m.ReferenceKey).ThenBy(m => m.Id),
            MandateSort.Debtor => (after is null ? mandates : mandates.Where(m => string.Compare(m.DebtorName, key) > 0 || (m.DebtorName == key && m.Id > id)))
                .OrderBy(m => m.DebtorName).ThenBy(m => m.Id),
            _ => (after is null ? mandates : mandates.Where(m => m.Id < id)).OrderByDescending(m => m.Id),
        };
    }

    private static string SortKey(Mandate m, MandateSort sort) => sort switch
    {
        MandateSort.Reference => m.ReferenceKey,
        MandateSort.Debtor => m.DebtorName,
        _ => "",
    };

    private static MandateListDto ToListDto(Mandate m, DateOnly today) => new(
        m.Id, m.Reference, m.Scheme, m.Type, Mandate.StatusOn(m.Status, m.LapsesOn, today), m.SignedOn, m.DebtorName, m.DebtorIban, m.LastCollectedOn, m.LapsesOn);
}
