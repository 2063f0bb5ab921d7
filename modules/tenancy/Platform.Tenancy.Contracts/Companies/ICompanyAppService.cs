using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>The current company's record, and the companies of the signed-in person.</summary>
public interface ICompanyAppService : IApplicationService
{
    /// <summary>The current company. Needs <see cref="TenancyPermissions.Company.Default"/>.</summary>
    Task<CompanyDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the current company's profile. Needs <see cref="TenancyPermissions.Company.Edit"/>.</summary>
    /// <exception cref="InputException">Every refused field at once, named as in the DTO: "Address.Town".</exception>
    Task<CompanyDto> UpdateAsync(UpdateCompanyDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Companies the signed-in person may open now, also through engagements, favourites first, then by name, at most 500; needs no
    /// permission, and no company.
    /// </summary>
    /// <param name="search">Part of a name or VAT number, case, accents and separators ignored; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CompanyListItemDto>> GetMineAsync(string? search = null, CancellationToken cancellationToken = default);

    /// <summary>Puts a company on top of the person's switcher, or no more.</summary>
    /// <exception cref="EntityNotFoundException">The person may not open it.</exception>
    Task SetFavouriteAsync(Guid tenantId, bool isFavourite, CancellationToken cancellationToken = default);
}

/// <summary>Makes companies. Checks no permission: the calling service or seeder does.</summary>
public interface ICompanyCreationService : IScopedDependency
{
    /// <summary>
    /// Makes a company and publishes <see cref="CompanyCreatedEto"/> in its context. Nobody is a member yet.
    /// </summary>
    /// <returns>The new company's id.</returns>
    /// <exception cref="InputException">Every refused field at once.</exception>
    Task<Guid> CreateAsync(CreateCompanyDto input, CancellationToken cancellationToken = default);
}

/// <summary>
/// A company was made. A local event: handlers run in the same transaction with the new company as the current one, and give it
/// what it starts with.
/// </summary>
/// <param name="TenantId">The new company.</param>
/// <param name="Slug">Its segment in URLs.</param>
/// <param name="TenantType">Name of its tenant type.</param>
/// <param name="Founder">Who founded it and gets every right in it; null for none.</param>
public sealed record CompanyCreatedEto(Guid TenantId, string Slug, string TenantType, Guid? Founder = null);
