using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>A row that can be imported.</summary>
internal sealed record LegacyPlan(LegacyRow Row, TenantInfo Company, Role Profile, User? Known);

/// <summary>Says for each row where it belongs, or why it cannot be imported.</summary>
internal sealed class LegacyPlanner(
    IdentityDbContext context, ITenantStore tenants, ICompanyDirectory directory, RoleNames names, ILookupNormalizer normalizer, ICurrentTenant tenant) : IScopedDependency
{
    private readonly Dictionary<string, TenantInfo?> _companies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, List<Role>> _roles = [];

    public async Task<(IReadOnlyList<LegacyPlan> Plans, IReadOnlyList<FieldError> Errors)> PlanAsync(IReadOnlyList<LegacyRow> rows, CancellationToken cancellationToken)
    {
        var (plans, errors, seen) = (new List<LegacyPlan>(), new List<FieldError>(), new HashSet<string>(StringComparer.Ordinal));
        var known = await FindKnownAsync(rows, cancellationToken);
        foreach (var row in rows)
        {
            var found = LegacyRowChecks.Check(row).ToList();
            if (found.Count == 0 && !seen.Add(KeyOf(row)))
                found.Add(LegacyRowChecks.At(row, LegacyCsv.Login, IdentityErrorCodes.LegacyLoginTwice, row[LegacyCsv.Login]));
            if (found.Count == 0)
                await PlaceAsync(row, known.GetValueOrDefault(KeyOf(row)), plans, found, cancellationToken);
            errors.AddRange(found);
        }

        return (plans, errors);
    }

    private string KeyOf(LegacyRow row) => normalizer.NormalizeName(row[LegacyCsv.Login]);

    private async Task<Dictionary<string, User>> FindKnownAsync(IReadOnlyList<LegacyRow> rows, CancellationToken cancellationToken)
    {
        const int chunk = 500;
        var known = new Dictionary<string, User>(StringComparer.Ordinal);
        foreach (var logins in rows.Select(KeyOf).Distinct().Chunk(chunk))
        {
            foreach (var user in await context.Users.Where(u => logins.Contains(u.NormalizedEmail!)).ToListAsync(cancellationToken))
                known[user.NormalizedEmail!] = user;
        }

        return known;
    }

    private async Task PlaceAsync(LegacyRow row, User? known, List<LegacyPlan> plans, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var (company, profile) = (await FindCompanyAsync(row[LegacyCsv.Company], cancellationToken), row[LegacyCsv.Profile]);
        var role = company is null ? null : await FindRoleAsync(company, profile, cancellationToken);
        if (company is null)
            errors.Add(LegacyRowChecks.At(row, LegacyCsv.Company, IdentityErrorCodes.LegacyCompanyUnknown, row[LegacyCsv.Company]));
        else if (known is not null && known.LegacyCompanyId != company.Id)
            errors.Add(LegacyRowChecks.At(row, LegacyCsv.Login, IdentityErrorCodes.LegacyLoginTaken, row[LegacyCsv.Login]));
        else if (role is null)
            errors.Add(LegacyRowChecks.At(row, LegacyCsv.Profile, IdentityErrorCodes.LegacyProfileUnknown, profile));
        else if (role.GrantsEverything)
            errors.Add(LegacyRowChecks.At(row, LegacyCsv.Profile, IdentityErrorCodes.LegacyProfileAdministrator, profile));
        else
            plans.Add(new LegacyPlan(row, company, role, known));
    }

    private async Task<TenantInfo?> FindCompanyAsync(string text, CancellationToken cancellationToken)
    {
        if (!_companies.TryGetValue(text, out var company))
        {
            company = await tenants.FindBySlugAsync(text, cancellationToken);
            if (company is null && VatNumber.TryParse(text, out var number, out _))
                company = await directory.FindByVatNumberAsync(number, cancellationToken);
            _companies[text] = company;
        }

        return company;
    }

    private async Task<Role?> FindRoleAsync(TenantInfo company, string profile, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        if (!_roles.TryGetValue(company.Id, out var roles))
            _roles[company.Id] = roles = await context.Roles.AsNoTracking().ToListAsync(cancellationToken);
        return profile.Length == 0
            ? roles.SingleOrDefault(r => r.StandardName == StandardRoles.Reader)
            : roles.FirstOrDefault(r => new[] { r.Name, r.StandardName, names.Of(r) }.Contains(profile, StringComparer.OrdinalIgnoreCase));
    }
}
