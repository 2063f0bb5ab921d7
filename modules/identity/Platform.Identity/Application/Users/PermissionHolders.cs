using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class PermissionHolders(IdentityDbContext context, IMembershipService memberships, PermissionCatalog catalog) : IPermissionHolders
{
    public async Task<IReadOnlyList<Guid>> GetUserIdsWithPermissionAsync(string permission, CancellationToken cancellationToken = default)
    {
        if (!catalog.Contains(permission))
        {
            return [];
        }

        var members = await memberships.GetMembersAsync(cancellationToken);
        var roles = context.Roles.Where(r => r.GrantsEverything || r.Permissions.Any(p => p.Permission == permission)).Select(r => r.Id);
        var holders = context.RoleAssignments.Where(a => roles.Contains(a.RoleId)).Select(a => a.UserId)
            .Union(context.DirectGrants.Where(g => g.Permission == permission).Select(g => g.UserId));
        return await context.Users
            .Where(u => u.IsActive && members.Contains(u.Id) && holders.Contains(u.Id))
            .OrderBy(u => u.Id)
            .Select(u => u.Id)
            .ToListAsync(cancellationToken);
    }
}
