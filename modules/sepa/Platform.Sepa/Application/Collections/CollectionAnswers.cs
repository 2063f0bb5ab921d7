using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What follows for collections from what the bank said of them.</summary>
internal sealed class CollectionAnswers(SepaDbContext db, SecondAttempts attempts, ReasonTexts reasons, TimeProvider clock) : IScopedDependency
{
    /// <summary>Adds the words of the reasons, the second attempts and the reversals.</summary>
    public async Task<IReadOnlyList<CollectionDto>> AddToAsync(IReadOnlyList<CollectionDto> collections, CancellationToken cancellationToken)
    {
        var retries = await attempts.OfAsync([.. collections.Where(c => PaymentOrder.IsFailure(c.BankState)).Select(c => c.Id)], cancellationToken);
        var reversals = await ReversalsAsync([.. collections.Where(c => c.Status == OrderStatus.Issued).Select(c => c.Id)], cancellationToken);
        return [.. collections.Select(c => c with
        {
            Reversal = reversals.GetValueOrDefault(c.Id),
            ReversibleUntil = ReversibleUntil(c, reversals.GetValueOrDefault(c.Id)),
            BankReason = reasons.Of(c.BankReason?.Code),
            RetriedById = retries.TryGetValue(c.Id, out var again) ? again : null,
        })];
    }

    public async Task<Collection> AgainAsync(Guid id, CancellationToken cancellationToken)
    {
        await attempts.RequireFirstAsync(id, cancellationToken);
        var failed = await db.Collections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        return db.Collections.Add(new Collection(failed, clock.GetUtcNow().UtcDateTime)).Entity;
    }

    // The last attempt: keys rise.
    private async Task<Dictionary<Guid, CollectionReversalDto>> ReversalsAsync(Guid[] issued, CancellationToken cancellationToken)
    {
        if (issued.Length == 0)
            return [];
        var found = await db.Reversals.AsNoTracking().Where(r => issued.Contains(r.OriginalId) && r.Status != OrderStatus.Cancelled)
            .Select(r => new { r.OriginalId, r.Id, r.Status, r.BankState, r.BankStateOn }).ToListAsync(cancellationToken);
        return found.GroupBy(r => r.OriginalId).Select(g => (g.Key, Last: g.MaxBy(r => r.Id)!))
            .ToDictionary(r => r.Key, r => new CollectionReversalDto(r.Last.Id, r.Last.Status, r.Last.BankState, r.Last.BankStateOn));
    }

    private DateOnly? ReversibleUntil(CollectionDto collection, CollectionReversalDto? reversal)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (reversal is { IsLive: true } || collection.BankState is not (BankState.Accepted or BankState.Settled) || collection.CollectionDate is not { } dueOn)
            return null;
        return dueOn <= today && ReversalWindow.LastDay(dueOn) is var last && last >= today ? last : null;
    }
}
