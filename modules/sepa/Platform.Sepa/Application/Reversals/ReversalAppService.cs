using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class ReversalAppService(SepaDbContext db, ReversalMaking making, ReversalQueries queries, IPermissionChecker permissions) : IReversalAppService
{
    public async Task<PagedResult<ReversalDto>> GetListAsync(GetReversalsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetReversalsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Default, cancellationToken);
        return await queries.GetTotalAsync(input, cancellationToken);
    }

    public async Task<ReversalDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Default, cancellationToken);
        return (await queries.GetAsync([id], cancellationToken)).SingleOrDefault() ?? throw new EntityNotFoundException();
    }

    public async Task<IReadOnlyList<WaitingReversalsDto>> GetWaitingAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Default, cancellationToken);
        return await queries.GetWaitingAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ReversalDto>> CreateAsync(CreateReversalsDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Default, cancellationToken);
        await permissions.CheckAsync(SepaPermissions.Reversals.Create, cancellationToken);
        return await queries.GetAsync(await making.MakeAsync(input, cancellationToken), cancellationToken);
    }

    public async Task CancelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Reversals.Create, cancellationToken);
        var reachable = await queries.ReachableAsync(SepaPermissions.Reversals.Create, cancellationToken);
        (await reachable.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new EntityNotFoundException()).Cancel();
        await db.SaveChangesAsync(cancellationToken);
    }
}
