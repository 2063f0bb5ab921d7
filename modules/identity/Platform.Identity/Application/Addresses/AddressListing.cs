using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Lists of allowed addresses as people see them.</summary>
internal sealed class AddressListing(
    IdentityDbContext context, AllowedNetworks networks, SettingPlaces places, ISettingProvider settings, ICurrentTenant tenant, ICurrentUser currentUser, TimeProvider clock)
    : IScopedDependency
{
    public async Task<AllowedAddressesDto> ReadAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        var own = await networks.OfAsync(places.KeyOf(place), cancellationToken);
        List<AllowedAddress> group = place.Level == SettingLevel.Entity && tenant.Tenant?.GroupId is { } id ? await networks.OfAsync(id, cancellationToken) : [];
        var (client, now) = (AddressRange.ClientOf(currentUser.Info.ClientAddress), clock.GetUtcNow().UtcDateTime);
        return new AllowedAddressesDto(
            await IsRestrictedAsync(place, cancellationToken),
            client?.ToString(),
            client is not null && own.Concat(group).Any(a => a.Allows(client, now)),
            await ToDtosAsync(own, cancellationToken),
            await ToDtosAsync(group, cancellationToken));
    }

    public async Task<IReadOnlyList<AllowedAddressDto>> ToDtosAsync(List<AllowedAddress> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.AddedBy).OfType<Guid>().Distinct().ToArray();
        var names = await context.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return rows.ConvertAll(r => new AllowedAddressDto(
            r.Id, r.Network, r.Label, r.AddedBy is { } by ? names.GetValueOrDefault(by) : null, r.AddedAt, r.ExpiresAt, r.ExpiresAt <= now, CoverOf(r, rows, now)));
    }

    private static string? CoverOf(AllowedAddress row, List<AllowedAddress> all, DateTime now)
    {
        var network = AddressRange.Parse(row.Network);
        return all.Find(a => a.Id != row.Id && !(a.ExpiresAt <= now) && AddressRange.Parse(a.Network).Covers(network))?.Network;
    }

    private async Task<bool> IsRestrictedAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        using var reading = tenant.Change(places.ReadAs(place));
        return (await settings.GetAsync(IdentitySettings.AddressesRestricted, cancellationToken)).AsBoolean();
    }
}
