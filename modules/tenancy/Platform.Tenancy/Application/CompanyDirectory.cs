using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class CompanyDirectory(TenancyDbContext context) : ICompanyDirectory
{
    public async Task<TenantInfo?> FindByVatNumberAsync(VatNumber number, CancellationToken cancellationToken = default)
    {
        var found = await context.Companies.Where(c => c.VatNumber == number.Value && c.ClosedAt == null).Select(TenantStore.ToInfo).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }

    public async Task<CompanyDto?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        await context.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } company ? CompanyMapper.ToDto(company) : null;

    public async Task<IReadOnlyList<Guid>> GetIdsAsync(CancellationToken cancellationToken = default) =>
        await context.Companies.Where(c => c.ClosedAt == null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
}
