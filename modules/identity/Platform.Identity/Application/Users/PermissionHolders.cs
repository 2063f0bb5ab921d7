using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class PermissionHolders(IdentityDbContext context, IMembershipService memberships, PermissionCatalog catalog, TimeProvider clock) : IPermissionHolders
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
        var own = await ActiveAsync(members, context.Users.Where(u => holders.Contains(u.Id)), cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var running = await context.Delegations.AsNoTracking().Where(d => d.StartsAt <= now && d.EndsAt > now && own.Contains(d.FromUserId)).ToListAsync(cancellationToken);
        var borrowers = running.Where(d => d.Names.Contains(permission)).Select(d => d.ToUserId).Except(own).ToList();
        return borrowers.Count == 0
            ? own
            : [.. own.Union(await ActiveAsync(members, context.Users.Where(u => borrowers.Contains(u.Id)), cancellationToken)).Order()];
    }

    private static Task<List<Guid>> ActiveAsync(IReadOnlyList<Guid> members, IQueryable<User> users, CancellationToken cancellationToken) =>
        users.Where(u => u.IsActive && members.Contains(u.Id)).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(cancellationToken);
}
