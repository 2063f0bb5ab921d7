using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Decides whether the current person may enter the current company from where they are now. Nothing is asked where a company is open to
/// every address; where it is not, its list and, only from outside it, its group's and what a code has opened.
/// </summary>
internal sealed class AddressGate(
    IdentityDbContext context, AllowedNetworks networks, RestrictedCompanies known, ISettingProvider settings, ICurrentTenant tenant, ICurrentUser currentUser, IUnitOfWork unitOfWork,
    TimeProvider clock) : ITenantGate, IScopedDependency
{
    public async Task<TenantRefusal?> FindRefusalAsync(CancellationToken cancellationToken = default) =>
        await IsAdmittedAsync(cancellationToken) ? null : new TenantRefusal(IdentityErrorCodes.AddressUnknown, "admission");

    public async Task<bool> IsAdmittedAsync(CancellationToken cancellationToken) =>
        !await IsRestrictedAsync(cancellationToken)
        || await networks.AllowAsync(currentUser.Info.ClientAddress, cancellationToken)
        || await WasLetInAsync(cancellationToken);

    // Kept as grants are: the version was read before the setting, and what this transaction has not committed is nobody else's business.
    public async Task<bool> IsRestrictedAsync(CancellationToken cancellationToken)
    {
        var company = unitOfWork.HasBegun || tenant.Tenant is not { RightsVersion: not null } read ? null : read;
        if (company is not null && known.Find(company) is { } kept)
            return kept;
        var restricted = (await settings.GetAsync(IdentitySettings.AddressesRestricted, cancellationToken)).AsBoolean();
        if (company is not null)
            known.Keep(company, restricted);
        return restricted;
    }

    private async Task<bool> WasLetInAsync(CancellationToken cancellationToken)
    {
        var (user, session, now) = (currentUser.Id, currentUser.Info.SessionId, clock.GetUtcNow().UtcDateTime);
        return FailureCounter.NetworkOf(currentUser.Info.ClientAddress) is { } network && await context.AdmittedAddresses.AnyAsync(
            a => a.UserId == user && a.Network == network && a.ExpiresAt > now && (a.SessionId == null || a.SessionId == session), cancellationToken);
    }
}
