using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Sepa;

/// <summary>The account that is paid from and collected to.</summary>
internal sealed class SepaFirstSteps(SepaDbContext context, IPermissionChecker permissions) : IFirstStepContributor
{
    public async Task<IReadOnlyList<FirstStep>> GetStepsAsync(CancellationToken cancellationToken = default) =>
        await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken)
            ? [new("Sepa.FirstStep.Account", "creditor-accounts", 30, await context.CreditorAccounts.AnyAsync(cancellationToken))]
            : [];
}
