using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notifications;

internal sealed class PermissionHolders(IMembershipService memberships, IPermissionGrantStore grants) : IScopedDependency
{
    public async Task<IReadOnlyList<Guid>> GetAsync(string permission, Guid tenantId, CancellationToken cancellationToken)
    {
        var holders = new List<Guid>();
        foreach (var userId in await memberships.GetMembersAsync(cancellationToken))
        {
            if ((await grants.GetGrantedAsync(userId, tenantId, cancellationToken)).Contains(permission))
                holders.Add(userId);
        }

        return holders;
    }
}
