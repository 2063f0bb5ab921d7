using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Whom restricted addresses would stop, as far as it is known where people were last.</summary>
internal sealed class PeopleOutside(
    IdentityDbContext context, AddressGate gate, AllowedNetworks networks, SettingPlaces places, IMembershipService memberships, ITenantStore tenants, ICurrentTenant tenant,
    ICurrentUser currentUser) : IScopedDependency
{
    /// <summary>Members whose last session was opened from outside the list of a restricted company of the place.</summary>
    public async Task<IReadOnlySet<Guid>> FindAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var id in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            using var company = tenant.Change(await tenants.FindByIdAsync(id, cancellationToken));
            if (!await gate.IsRestrictedAsync(cancellationToken))
                continue;
            foreach (var (person, address) in await LastSeenAsync(cancellationToken))
            {
                if (!await networks.AllowAsync(address, cancellationToken))
                    found.Add(person);
            }
        }

        return found;
    }

    /// <summary>Whether the person who asks would be asked for a code now.</summary>
    public async Task<bool> IsMyselfAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        foreach (var id in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            using var company = tenant.Change(await tenants.FindByIdAsync(id, cancellationToken));
            if (await tenants.IsMemberAsync(currentUser.RequirePerson(), id, cancellationToken) && !await gate.IsAdmittedAsync(cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<Dictionary<Guid, string>> LastSeenAsync(CancellationToken cancellationToken)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        var sessions = await context.Sessions.AsNoTracking().Where(s => members.Contains(s.UserId)).OrderByDescending(s => s.LastSeenAt)
            .Select(s => new { s.UserId, s.ClientAddress }).ToListAsync(cancellationToken);
        return sessions.DistinctBy(s => s.UserId).ToDictionary(s => s.UserId, s => s.ClientAddress);
    }
}
