using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Accounts belong to no company, but what their people lend does: whoever borrows loses it on the next request.</summary>
internal sealed class LentRights(IMembershipService memberships, ITenantStore tenants) : IScopedDependency
{
    public async Task RaiseAsync(Guid userId, CancellationToken cancellationToken)
    {
        foreach (var company in await memberships.GetTenantIdsAsync(userId, cancellationToken))
        {
            await tenants.RaiseRightsVersionAsync(company, cancellationToken);
        }
    }
}
