using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Orders that failed and the one second attempt that each may have.</summary>
internal sealed class SecondAttempts(SepaDbContext db) : IScopedDependency
{
    /// <summary>Second attempts by the failed order.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> OfAsync(IReadOnlyCollection<Guid> failed, CancellationToken cancellationToken)
    {
        var ids = failed.Select(id => (Guid?)id).ToArray();
        return ids.Length == 0
            ? new Dictionary<Guid, Guid>()
            : await db.Orders.AsNoTracking().Where(o => ids.Contains(o.RetryOfId)).Select(o => new { o.Id, RetryOfId = o.RetryOfId!.Value })
                .ToDictionaryAsync(o => o.RetryOfId, o => o.Id, cancellationToken);
    }

    /// <summary>The write that changes nothing holds the failed order's row: of two second attempts at once one is refused.</summary>
    public async Task RequireFirstAsync(Guid failed, CancellationToken cancellationToken)
    {
        await db.Orders.Where(o => o.Id == failed).ExecuteUpdateAsync(s => s.SetProperty(o => o.EndToEndId, o => o.EndToEndId), cancellationToken);
        if (await db.Orders.Where(o => o.RetryOfId == failed).AnyAsync(cancellationToken))
            throw new BusinessException(SepaErrorCodes.TriedAgain)
                .WithData("reference", await db.Orders.Where(o => o.Id == failed).Select(o => o.EndToEndId).SingleAsync(cancellationToken));
    }
}
