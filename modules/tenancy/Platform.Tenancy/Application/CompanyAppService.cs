using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class CompanyAppService(
    TenancyDbContext context, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions) : ICompanyAppService
{
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
        var mine = await tenants.GetListForUserAsync(userId, cancellationToken);
        return [.. mine.Where(c => Matches(c, search?.Trim() ?? "")).Select(ToItem)];
    }

    private static bool Matches(TenantInfo company, string search)
    {
        const CompareOptions loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        var compare = CultureInfo.CurrentCulture.CompareInfo;
        var number = string.Concat(search.Where(char.IsLetterOrDigit));
        return search.Length == 0
            || compare.IndexOf(company.Name, search, loosely) >= 0
            || (number.Length > 0 && company.VatNumber.Contains(number, StringComparison.OrdinalIgnoreCase));
    }

    private static CompanyListItemDto ToItem(TenantInfo c) => new(c.Id, c.Slug, c.Name, c.VatNumber, c.Color, c.TenantType);

    private async Task<Company> GetCurrentAsync(CancellationToken cancellationToken) =>
        await context.Companies.SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) ?? throw new EntityNotFoundException();
}
