using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Decides whether the current person may enter the current company from where they are now. One question to the settings where a company
/// is open to every address; where it is not, one to its list and, only from outside it, to its group's and to what a code has opened.
/// </summary>
internal sealed class AddressGate(
    IdentityDbContext context, AllowedNetworks networks, ISettingProvider settings, ICurrentUser currentUser, TimeProvider clock) : ITenantGate, IScopedDependency
{
    public async Task<TenantRefusal?> FindRefusalAsync(CancellationToken cancellationToken = default) =>
        await IsAdmittedAsync(cancellationToken) ? null : new TenantRefusal(IdentityErrorCodes.AddressUnknown, "admission");

    public async Task<bool> IsAdmittedAsync(CancellationToken cancellationToken) =>
        !await IsRestrictedAsync(cancellationToken)
        || await networks.AllowAsync(currentUser.Info.ClientAddress, cancellationToken)
        || await WasLetInAsync(cancellationToken);

    public async Task<bool> IsRestrictedAsync(CancellationToken cancellationToken) =>
        (await settings.GetAsync(IdentitySettings.AddressesRestricted, cancellationToken)).AsBoolean();

    private async Task<bool> WasLetInAsync(CancellationToken cancellationToken)
    {
        var (user, session, now) = (currentUser.Id, currentUser.Info.SessionId, clock.GetUtcNow().UtcDateTime);
        return FailureCounter.NetworkOf(currentUser.Info.ClientAddress) is { } network && await context.AdmittedAddresses.AnyAsync(
            a => a.UserId == user && a.Network == network && a.ExpiresAt > now && (a.SessionId == null || a.SessionId == session), cancellationToken);
    }
}
