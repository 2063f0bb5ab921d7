using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Reads the lists of allowed addresses.</summary>
internal sealed class AllowedNetworks(IdentityDbContext context, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <summary>Whether the current company's list, or that of its group, holds the address.</summary>
    public async Task<bool> AllowAsync(string? clientAddress, CancellationToken cancellationToken) =>
        AddressRange.ClientOf(clientAddress) is { } client
        && (await HoldsAsync(tenant.Id!.Value, client, cancellationToken)
            || (tenant.Tenant?.GroupId is { } group && await HoldsAsync(group, client, cancellationToken)));

    /// <summary>The list of a company or group, oldest first.</summary>
    public async Task<List<AllowedAddress>> OfAsync(Guid owner, CancellationToken cancellationToken)
    {
        using var current = tenant.Id == owner ? null : tenant.Change(owner);
        return await context.AllowedAddresses.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken);
    }

    private async Task<bool> HoldsAsync(Guid owner, IPAddress client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (await OfAsync(owner, cancellationToken)).Exists(a => a.Allows(client, now));
    }
}
