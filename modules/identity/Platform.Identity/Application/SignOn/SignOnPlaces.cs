using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Who may set a provider where, and which companies it is to open.</summary>
internal sealed class SignOnPlaces(
    IdentityDbContext context, SettingPlaces places, Rights rights, PermissionCatalog catalog, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser currentUser)
    : IScopedDependency
{
    public async Task<Guid> CheckAsync(SettingPlace place, bool change, CancellationToken cancellationToken)
    {
        if (place.Level == SettingLevel.Operator)
            throw new EntityNotFoundException();
        await places.CheckAsync(place, change, cancellationToken);
        return places.KeyOf(place);
    }

    public Task<SignOnProvider?> FindAsync(Guid placeId, CancellationToken cancellationToken) =>
        context.SignOnProviders.SingleOrDefaultAsync(p => p.PlaceId == placeId, cancellationToken);

    public async Task<SignOnProvider> GetAsync(Guid placeId, CancellationToken cancellationToken) =>
        await FindAsync(placeId, cancellationToken) ?? throw new EntityNotFoundException();

    /// <summary>
    /// The companies that whoever asks can answer for. A provider can say that anybody who linked is there, administrators too: so nobody
    /// sets one where they do not hold every right themselves.
    /// </summary>
    /// <exception cref="BusinessException">Identity:CannotGrantMore, Identity:SignOnNoCompany.</exception>
    public async Task<IReadOnlyList<TenantInfo>> OpenedByMeAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        if (place.Level == SettingLevel.Entity)
        {
            await rights.CheckMayGrantAsync(catalog.In(tenant.Tenant).Select(p => p.Name), cancellationToken);
            return [tenant.Tenant!];
        }

        var mine = new List<TenantInfo>();
        foreach (var id in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            if (await HoldsEverythingAsync(id, cancellationToken) is { } company)
                mine.Add(company);
        }

        return mine.Count > 0 ? mine : throw new BusinessException(IdentityErrorCodes.SignOnNoCompany);
    }

    private async Task<TenantInfo?> HoldsEverythingAsync(Guid companyId, CancellationToken cancellationToken)
    {
        if (!await tenants.IsMemberAsync(currentUser.RequirePerson(), companyId, cancellationToken) || await tenants.FindByIdAsync(companyId, cancellationToken) is not { } company)
            return null;
        using var current = tenant.Change(company);
        try
        {
            await rights.CheckMayGrantAsync(catalog.In(company).Select(p => p.Name), cancellationToken);
            return company;
        }
        catch (BusinessException e) when (e.Code == IdentityErrorCodes.CannotGrantMore)
        {
            return null;
        }
    }
}
