using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class CompanyAppService(
    TenancyDbContext context, ITenantStore tenants, IMembershipService memberships, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions) : ICompanyAppService
{
    private const int MostCompanies = 500;

    public async Task<CompanyDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Default, cancellationToken);
        return CompanyMapper.ToDto(await GetCurrentAsync(cancellationToken));
    }

    public async Task<CompanyDto> UpdateAsync(UpdateCompanyDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Edit, cancellationToken);
        var profile = CompanyProfile.Read(input);
        var company = await GetCurrentAsync(cancellationToken);
        context.Entry(company).Property(c => c.ConcurrencyStamp).OriginalValue = input.ConcurrencyStamp;
        company.Change(profile);
        await context.SaveChangesAsync(cancellationToken);
        return CompanyMapper.ToDto(company);
    }

    public async Task<IReadOnlyList<CompanyListItemDto>> GetMineAsync(string? search = null, CancellationToken cancellationToken = default)
    {
        if (user.Id is not { } userId)
            return [];
        var mine = await tenants.SearchForUserAsync(userId, search, MostCompanies, cancellationToken);
        var firms = await FirmsOfAsync([.. mine.Where(c => c.Firm is null).Select(c => c.Company.Id)], cancellationToken);
        return [.. mine.OrderByDescending(c => c.IsFavourite).ThenBy(c => c.Company.Name, StringComparer.CurrentCultureIgnoreCase).Select(c => ToItem(c, [.. firms[c.Company.Id]]))];
    }

    public async Task SetFavouriteAsync(Guid tenantId, bool isFavourite, CancellationToken cancellationToken = default)
    {
        if (user.Id is not { } userId || await tenants.FindAccessAsync(userId, tenantId, cancellationToken) is null)
            throw new EntityNotFoundException();
        await memberships.SetFavouriteAsync(userId, tenantId, isFavourite, cancellationToken);
    }

    private async Task<ILookup<Guid, string>> FirmsOfAsync(Guid[] clients, CancellationToken cancellationToken) =>
        (await context.Engagements.Where(e => clients.Contains(e.ClientId) && e.State == EngagementState.Accepted)
            .Join(context.Companies, e => e.FirmId, c => c.Id, (e, c) => new { e.ClientId, c.Name }).Distinct().OrderBy(x => x.Name).ToListAsync(cancellationToken))
        .ToLookup(x => x.ClientId, x => x.Name);

    private static CompanyListItemDto ToItem(TenantChoice c, IReadOnlyList<string> firms) => new(
        c.Company.Id, c.Company.Slug, c.Company.Name, c.Company.VatNumber, c.Company.Color, c.Company.TenantType, c.IsFavourite, c.Firm, firms, c.Company.ClosedAt is not null);

    private async Task<Company> GetCurrentAsync(CancellationToken cancellationToken) =>
        await context.Companies.SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) ?? throw new EntityNotFoundException();
}
