using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The own rights of people in the current company: one bundle per role and one for what was given directly.</summary>
internal sealed class GrantBundles(IdentityDbContext context, PermissionCatalog catalog) : IScopedDependency
{
    /// <summary>By person; nothing for those who are inactive or strangers.</summary>
    public async Task<ILookup<Guid, GrantBundle>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var active = await context.Users.Where(u => people.Contains(u.Id) && u.IsActive).Select(u => u.Id).ToListAsync(cancellationToken);
        if (active.Count == 0)
        {
            return Enumerable.Empty<GrantBundle>().ToLookup(_ => Guid.Empty);
        }

        var roles = await context.RoleAssignments.AsNoTracking().Where(a => active.Contains(a.UserId))
            .Join(context.Roles.Include(r => r.Permissions), a => a.RoleId, r => r.Id, (a, role) => new { a.UserId, role }).ToListAsync(cancellationToken);
        var direct = (await context.DirectGrants.AsNoTracking().Where(g => active.Contains(g.UserId)).ToListAsync(cancellationToken))
            .ToLookup(g => g.UserId, g => g.Permission);
        var views = roles.ToLookup(r => r.UserId, r => r.role.Shows);
        var limits = await LimitsAsync([.. active, .. roles.Select(r => r.role.Id)], cancellationToken);
        return roles.Select(r => (r.UserId, Bundle: Of(r.role, limits[r.role.Id], limits[r.UserId])))
            .Concat(direct.SelectMany(d => Direct([.. d], [.. views[d.Key].Distinct()], limits[d.Key]).Select(b => (UserId: d.Key, Bundle: b))))
            .ToLookup(x => x.UserId, x => x.Bundle);
    }

    /// <summary>By role or person.</summary>
    public async Task<ILookup<Guid, (string Scope, ScopeLimit Limit)>> LimitsAsync(IReadOnlyCollection<Guid> holders, CancellationToken cancellationToken)
    {
        var rows = await context.RightLimits.AsNoTracking().Where(l => holders.Contains(l.HolderId)).ToListAsync(cancellationToken);
        return rows.Join(catalog.Scopes, l => l.Scope, s => s.Name, (row, scope) => (row.HolderId, scope.Name, Limit: row.Read(scope.Kind)))
            .ToLookup(x => x.HolderId, x => (x.Name, x.Limit));
    }

    private GrantBundle Of(Role role, params IEnumerable<(string Scope, ScopeLimit Limit)>[] limits) =>
        Bundle(role.Shows, role.GrantsEverything ? catalog.All.Select(p => p.Name) : role.Permissions.Select(p => p.Permission).Where(catalog.Contains), limits);

    // What was given to a person shows the customers that their roles show; what reaches further than customers was given on purpose.
    private IEnumerable<GrantBundle> Direct(List<string> permissions, List<CustomerView> views, IEnumerable<(string Scope, ScopeLimit Limit)> limits)
    {
        if (views.Count == 0 || views.Contains(CustomerView.All))
        {
            return [Bundle(CustomerView.All, permissions, limits)];
        }

        var within = permissions.FindAll(p => catalog.FitsWithin(p, views[0]));
        return views.Select(view => Bundle(view, within, limits)).Append(Bundle(CustomerView.All, permissions.Except(within), limits)).Where(b => b.Permissions.Count > 0);
    }

    // The role's limit and the person's own both hold.
    private GrantBundle Bundle(CustomerView view, IEnumerable<string> permissions, params IEnumerable<(string Scope, ScopeLimit Limit)>[] limits) => new(
        permissions.Where(p => catalog.FitsWithin(p, view)).ToFrozenSet(StringComparer.Ordinal),
        limits.SelectMany(l => l).GroupBy(l => l.Scope, l => l.Limit).ToFrozenDictionary(g => g.Key, g => g.Aggregate((a, b) => a.And(b)), StringComparer.Ordinal),
        Customers: view);
}
