using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PermissionGrantStore(IdentityDbContext context, ICurrentTenant tenant, GrantBundles bundles, TimeProvider clock)
    : IPermissionGrantStore, IScopedDependency
{
    public async Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default)
    {
        using var company = tenant.Change(tenantId);
        if (!await context.Users.AnyAsync(u => u.Id == userId && u.IsActive, cancellationToken))
        {
            return Grants.None;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var delegations = await context.Delegations.AsNoTracking().Where(d => d.ToUserId == userId && d.EndsAt > now).ToListAsync(cancellationToken);
        var running = delegations.Where(d => d.RunsAt(now)).ToList();
        var lenders = running.ConvertAll(d => d.FromUserId);
        var names = await context.Users.Where(u => lenders.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var held = await bundles.OfAsync([userId, .. running.Select(d => d.FromUserId)], cancellationToken);
        return new Grants([.. held[userId], .. running.SelectMany(d => Lent(d, names[d.FromUserId], held[d.FromUserId]))], NextChange(delegations, now));
    }

    private static IEnumerable<GrantBundle> Lent(Delegation delegation, string name, IEnumerable<GrantBundle> held)
    {
        var names = delegation.Names.ToHashSet(StringComparer.Ordinal);
        return held.Select(b => new GrantBundle(b.Permissions.Where(names.Contains).ToFrozenSet(StringComparer.Ordinal), b.Limits, delegation.FromUserId, name, b.Customers))
            .Where(b => b.Permissions.Count > 0);
    }

    private static DateTime? NextChange(List<Delegation> delegations, DateTime now) =>
        delegations.Select(d => d.StartsAt > now ? d.StartsAt : d.EndsAt).Select(at => (DateTime?)at).Min();
}
