using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What follows for collections from what the bank said of them.</summary>
internal sealed class CollectionAnswers(SepaDbContext db, SecondAttempts attempts, ReasonTexts reasons, TimeProvider clock) : IScopedDependency
{
    /// <summary>Adds the words of the reasons, and the second attempts.</summary>
    public async Task<IReadOnlyList<CollectionDto>> AddToAsync(IReadOnlyList<CollectionDto> collections, CancellationToken cancellationToken)
    {
        var retries = await attempts.OfAsync([.. collections.Where(c => PaymentOrder.IsFailure(c.BankState)).Select(c => c.Id)], cancellationToken);
        return [.. collections.Select(c => c with
        {
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
}
