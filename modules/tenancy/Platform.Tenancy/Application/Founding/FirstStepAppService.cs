using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class FirstStepAppService(
    TenancyDbContext context, IEnumerable<IFirstStepContributor> contributors, ICurrentTenant tenant, IPermissionChecker permissions, TimeProvider clock) : IFirstStepAppService
{
    public async Task<FirstStepsDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Dashboard, cancellationToken);
        var company = await context.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) ?? throw new EntityNotFoundException();
        var steps = new List<FirstStep>();
        foreach (var contributor in company.ShowsFirstSteps ? contributors : [])
            steps.AddRange(await contributor.GetStepsAsync(cancellationToken));
        var left = company.TrialEndsAt is { } end ? (int)Math.Ceiling((end - clock.GetUtcNow().UtcDateTime).TotalDays) : 0;
        var canPutAway = await permissions.IsGrantedAsync(TenancyPermissions.Company.Edit, cancellationToken);
        return new FirstStepsDto([.. steps.OrderBy(s => s.Order)], company.TrialEndsAt, Math.Max(left, 0), canPutAway);
    }

    public async Task PutAwayAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Edit, cancellationToken);
        var company = await context.Companies.SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) ?? throw new EntityNotFoundException();
        company.PutFirstStepsAway(clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What a company says about itself.</summary>
internal sealed class CompanyFirstStep(TenancyDbContext context, ICurrentTenant tenant, IPermissionChecker permissions) : IFirstStepContributor
{
    public async Task<IReadOnlyList<FirstStep>> GetStepsAsync(CancellationToken cancellationToken = default) =>
        await permissions.IsGrantedAsync(TenancyPermissions.Company.Edit, cancellationToken)
            ? [new("Tenancy.FirstStep.Company", "settings/company", 10, await context.Companies.AnyAsync(c => c.Id == tenant.Id && c.Street != "" && c.PostalCode != "" && c.CompanyNumber != "", cancellationToken))]
            : [];
}
