using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What follows for orders from what the bank said of them.</summary>
internal sealed class CollectionAnswers(SepaDbContext db, ReasonTexts reasons, TimeProvider clock) : IScopedDependency
{
    /// <summary>Adds the words of the reasons, and the second attempts.</summary>
    public async Task<IReadOnlyList<CollectionDto>> AddToAsync(IReadOnlyList<CollectionDto> collections, CancellationToken cancellationToken)
    {
        var failed = collections.Where(c => Collection.IsFailure(c.BankState)).Select(c => (Guid?)c.Id).ToArray();
        var retries = failed.Length == 0
            ? []
            : await db.Collections.AsNoTracking().Where(c => failed.Contains(c.RetryOfId)).Select(c => new { c.Id, RetryOfId = c.RetryOfId!.Value })
                .ToDictionaryAsync(c => c.RetryOfId, c => (Guid?)c.Id, cancellationToken);
        return [.. collections.Select(c => c with { BankReason = reasons.Of(c.BankReason?.Code), RetriedById = retries.GetValueOrDefault(c.Id) })];
    }

    /// <summary>The write that changes nothing holds the failed order's row: of two second attempts at once one is refused.</summary>
    public async Task<Collection> AgainAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Collections.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndToEndId, c => c.EndToEndId), cancellationToken);
        var failed = await db.Collections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        if (await db.Collections.AnyAsync(c => c.RetryOfId == id, cancellationToken))
            throw new BusinessException(SepaErrorCodes.CollectedAgain).WithData("reference", failed.EndToEndId);
        return db.Collections.Add(new Collection(failed, clock.GetUtcNow().UtcDateTime)).Entity;
    }
}
