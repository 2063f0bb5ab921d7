using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>An accountant, and something to send to it.</summary>
internal sealed class AccountingFirstSteps(
    AccountingDbContext context, IAccountantAppService accountants, ICurrentTenant tenant, IPermissionChecker permissions) : IFirstStepContributor
{
    public async Task<IReadOnlyList<FirstStep>> GetStepsAsync(CancellationToken cancellationToken = default)
    {
        var steps = new List<FirstStep>();
        // A firm keeps its own books.
        if (tenant.Tenant?.TenantType != TenantTypes.Accountant && await permissions.IsGrantedAsync(AccountingPermissions.Accountant.Edit, cancellationToken))
        {
            var chosen = await accountants.GetAsync(cancellationToken);
            steps.Add(new FirstStep("Accounting.FirstStep.Accountant", "settings/accounting", 40, chosen.Current is not null || chosen.Asked is not null));
        }

        if (await permissions.IsGrantedAsync(AccountingPermissions.Documents.Edit, cancellationToken))
            steps.Add(new FirstStep("Accounting.FirstStep.Document", "inbox", 50, await context.Documents.AnyAsync(cancellationToken)));
        return steps;
    }
}
