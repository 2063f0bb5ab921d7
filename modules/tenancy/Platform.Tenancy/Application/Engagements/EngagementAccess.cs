using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Which companies a person may enter for the firms they belong to. Read live.</summary>
internal sealed class EngagementAccess(TenancyDbContext context, IServiceProvider services) : IScopedDependency
{
    private readonly Dictionary<(Guid User, Guid Firm), bool> _workers = [];

    public async Task<Engaged?> FindAsync(Guid userId, Guid clientId, CancellationToken cancellationToken)
    {
        var running = await Running(userId).Where(e => e.ClientId == clientId).OrderBy(e => e.DecidedAt).ToListAsync(cancellationToken);
        foreach (var engagement in running)
        {
            if (await WorksAsync(userId, engagement.FirmId, cancellationToken))
                return ToEngaged(engagement, await FirmAsync(engagement.FirmId, cancellationToken));
        }

        return null;
    }

    /// <summary>Everything of one person, by client.</summary>
    public async Task<IReadOnlyList<Engaged>> GetAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        var result = new Dictionary<Guid, Engaged>();
        foreach (var ofFirm in (await Running(userId).OrderBy(e => e.DecidedAt).ToListAsync(cancellationToken)).GroupBy(e => e.FirmId))
        {
            if (!await WorksAsync(userId, ofFirm.Key, cancellationToken))
                continue;
            var firm = await FirmAsync(ofFirm.Key, cancellationToken);
            foreach (var engagement in ofFirm)
                result.TryAdd(engagement.ClientId, ToEngaged(engagement, firm));
        }

        return [.. result.Values];
    }

    private IQueryable<Engagement> Running(Guid userId) => context.Engagements.AsNoTracking().Where(e => e.State == EngagementState.Accepted
        && context.Memberships.Any(m => m.UserId == userId && m.TenantId == e.FirmId && m.State == MembershipState.Active));

    private Task<TenantInfo> FirmAsync(Guid id, CancellationToken cancellationToken) =>
        context.Companies.Where(c => c.Id == id).Select(TenantStore.ToInfo).SingleAsync(cancellationToken);

    // Not injected: for members, who are asked for on every request, the store of grants is not made.
    private async Task<bool> WorksAsync(Guid userId, Guid firmId, CancellationToken cancellationToken)
    {
        if (!_workers.TryGetValue((userId, firmId), out var works))
        {
            var grants = await services.GetRequiredService<IPermissionGrantStore>().GetGrantedAsync(userId, firmId, cancellationToken);
            _workers[(userId, firmId)] = works = grants.Contains(TenancyPermissions.Clients.Work);
        }

        return works;
    }

    private static Engaged ToEngaged(Engagement engagement, TenantInfo firm) =>
        new(firm, engagement.ClientId, engagement.ScopeNames.ToFrozenSet(StringComparer.Ordinal));
}
