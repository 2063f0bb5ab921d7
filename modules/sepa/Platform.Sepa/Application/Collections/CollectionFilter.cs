using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Which orders a list shows, an export writes and a total counts.</summary>
internal sealed class CollectionFilter(SepaDbContext db) : IScopedDependency
{
    public IQueryable<CollectionWithMandate> All() =>
        db.Collections.AsNoTracking().Join(db.Mandates.AsNoTracking(), c => c.MandateId, m => m.Id, (c, m) => new CollectionWithMandate { Collection = c, Mandate = m });

    public IQueryable<CollectionWithMandate> Of(GetCollectionsInput input)
    {
        var rows = InRange(InState(All(), input), input);
        if (input.Scheme is { } scheme)
            rows = rows.Where(x => x.Mandate.Scheme == scheme);
        if (input.ImportBatchId is { } batch)
            rows = rows.Where(x => x.Collection.ImportBatchId == batch);
        if (input.MandateId is { } mandate)
            rows = rows.Where(x => x.Collection.MandateId == mandate);
        return rows.Matching(input.Search, word => x => x.Mandate.SearchText.Contains(word) || x.Collection.SearchText.Contains(word)
            || db.Remittances.Any(r => r.Id == x.Collection.RemittanceId && r.SearchText.Contains(word)));
    }

    private static IQueryable<CollectionWithMandate> InState(IQueryable<CollectionWithMandate> rows, GetCollectionsInput input)
    {
        if (input.Status is { } status)
            rows = rows.Where(x => x.Collection.Status == status);
        if (input.IsExpected)
            rows = rows.Where(x => x.Collection.Status != OrderStatus.Cancelled && (x.Collection.BankState == null || x.Collection.BankState == BankState.Accepted));
        return input.BankState switch
        {
            null => rows,
            BankState.Waiting => rows.Where(x => x.Collection.Status == OrderStatus.Issued && x.Collection.BankState == null),
            var said => rows.Where(x => x.Collection.BankState == said),
        };
    }

    private static IQueryable<CollectionWithMandate> InRange(IQueryable<CollectionWithMandate> rows, GetCollectionsInput input)
    {
        if (input.From is { } from)
            rows = rows.Where(x => (x.Collection.ExecutionDate ?? x.Collection.RequestedOn) >= from);
        if (input.To is { } to)
            rows = rows.Where(x => (x.Collection.ExecutionDate ?? x.Collection.RequestedOn) <= to);
        var (min, max) = (AmountBounds.AtLeast(input.MinAmount), AmountBounds.AtMost(input.MaxAmount));
        if (min is not null)
            rows = rows.Where(x => x.Collection.AmountCents >= min);
        return max is null ? rows : rows.Where(x => x.Collection.AmountCents <= max);
    }
}

internal sealed class CollectionWithMandate
{
    public required Collection Collection { get; init; }

    public required Mandate Mandate { get; init; }
}

/// <summary>Bounds of amounts in cents; beyond what an amount can be they bound nothing more.</summary>
internal static class AmountBounds
{
    private const decimal Most = 1_000_000_000_000m;

    public static long? AtLeast(decimal? euros) => euros is { } given ? (long)Math.Ceiling(Math.Clamp(given, 0, Most) * 100) : null;

    public static long? AtMost(decimal? euros) => euros is { } given ? (long)Math.Floor(Math.Clamp(given, -1, Most) * 100) : null;
}
