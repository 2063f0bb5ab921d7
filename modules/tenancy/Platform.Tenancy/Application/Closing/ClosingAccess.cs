using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Who still finds a company that closed its account: members who may take that back.</summary>
internal sealed class ClosingAccess(TenancyDbContext context, IServiceProvider services) : IScopedDependency
{
    public async Task<bool> MayTakeBackAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken) =>
        await Closed(userId).AnyAsync(id => id == tenantId, cancellationToken) && await HoldsAsync(userId, tenantId, cancellationToken);

    public async Task<Guid[]> GetClosedAsync(Guid userId, CancellationToken cancellationToken)
    {
        var result = new List<Guid>();
        foreach (var id in await Closed(userId).ToListAsync(cancellationToken))
        {
            if (await HoldsAsync(userId, id, cancellationToken))
                result.Add(id);
        }

        return [.. result];
    }

    private IQueryable<Guid> Closed(Guid userId) => context.Memberships
        .Where(m => m.UserId == userId && m.State == MembershipState.Active && context.Companies.Any(c => c.Id == m.TenantId && c.ClosedAt != null && c.ErasureStartedAt == null))
        .Select(m => m.TenantId);

    // Not injected: the store stands on a context of its own, and for open companies it is not made.
    private async Task<bool> HoldsAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<IPermissionGrantStore>().GetGrantedAsync(userId, tenantId, cancellationToken)).Contains(TenancyPermissions.Company.Close);
}
