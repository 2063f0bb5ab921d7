using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PermissionGrantStore(IdentityDbContext context, ICurrentTenant tenant, PermissionCatalog catalog)
    : IPermissionGrantStore, IScopedDependency
{
    private static readonly HashSet<string> Nothing = [];

    public async Task<IReadOnlySet<string>> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default)
    {
        using var company = tenant.Change(tenantId);
        if (!await context.Users.AnyAsync(u => u.Id == userId && u.IsActive, cancellationToken))
        {
            return Nothing;
        }

        var roles = context.RoleAssignments.Where(a => a.UserId == userId).Join(context.Roles, a => a.RoleId, r => r.Id, (_, role) => role);
        if (await roles.AnyAsync(r => r.GrantsEverything, cancellationToken))
        {
            return catalog.All.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        }

        var granted = await roles.SelectMany(r => r.Permissions).Select(p => p.Permission)
            .Union(context.DirectGrants.Where(g => g.UserId == userId).Select(g => g.Permission))
            .ToListAsync(cancellationToken);
        return granted.Where(catalog.Contains).ToHashSet(StringComparer.Ordinal);
    }
}
