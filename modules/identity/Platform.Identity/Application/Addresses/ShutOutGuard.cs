using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Asked after a change, before it is committed: nobody shuts the door behind which they stand and has no code to open it.</summary>
internal sealed class ShutOutGuard(AddressGate gate, CodeReaders readers, SettingPlaces places, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser currentUser) : IScopedDependency
{
    /// <exception cref="BusinessException">Identity:AddressShutOut.</exception>
    public async Task CheckAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        foreach (var id in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            if (await tenants.IsMemberAsync(currentUser.RequirePerson(), id, cancellationToken))
                await CheckAsync((await tenants.FindByIdAsync(id, cancellationToken))!, cancellationToken);
        }
    }

    private async Task CheckAsync(TenantInfo company, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        if (!await gate.IsAdmittedAsync(cancellationToken) && (await readers.FindAsync(cancellationToken)).Count == 0)
            throw new BusinessException(IdentityErrorCodes.AddressShutOut).WithData("address", currentUser.Info.ClientAddress).WithData("company", company.Name);
    }
}
