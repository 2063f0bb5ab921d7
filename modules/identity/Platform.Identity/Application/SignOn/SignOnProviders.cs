using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Which provider opens which companies.</summary>
internal sealed class SignOnProviders(IdentityDbContext context, ITenantStore tenants, ICurrentUser currentUser) : IScopedDependency
{
    /// <exception cref="EntityNotFoundException">No such provider, or switched off.</exception>
    public async Task<SignOnProvider> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await context.SignOnProviders.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Policy != SignOnPolicy.Off, cancellationToken) ?? throw new EntityNotFoundException();

    /// <summary>The company's own, else its group's.</summary>
    public async Task<SignOnProvider?> FindAsync(TenantInfo company, CancellationToken cancellationToken)
    {
        var places = new[] { company.Id, company.GroupId ?? Guid.Empty };
        var found = await context.SignOnProviders.AsNoTracking().Where(p => places.Contains(p.PlaceId) && p.Policy != SignOnPolicy.Off).ToListAsync(cancellationToken);
        return found.Where(p => p.Opens(company)).OrderByDescending(p => p.Level == SettingLevel.Entity).FirstOrDefault();
    }

    /// <summary>Companies it opens now.</summary>
    public async Task<IReadOnlyList<TenantInfo>> CompaniesAsync(SignOnProvider provider, CancellationToken cancellationToken)
    {
        var companies = new List<TenantInfo>();
        foreach (var id in provider.CompanyIdList)
        {
            if (await tenants.FindByIdAsync(id, cancellationToken) is { } company && provider.Opens(company))
                companies.Add(company);
        }

        return companies;
    }

    /// <summary>Those of them in which the person works, whatever the present session opens.</summary>
    public async Task<IReadOnlyList<TenantInfo>> CompaniesOfAsync(SignOnProvider provider, Guid userId, CancellationToken cancellationToken)
    {
        using var unlimited = currentUser.Change(currentUser.Info with { Companies = null });
        var companies = new List<TenantInfo>();
        foreach (var company in await CompaniesAsync(provider, cancellationToken))
        {
            if (await tenants.IsMemberAsync(userId, company.Id, cancellationToken))
                companies.Add(company);
        }

        return companies;
    }
}
