using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>A second factor for oneself, and a second person for the company.</summary>
internal sealed class PeopleFirstSteps(
    IdentityDbContext context, IMembershipService memberships, ICurrentUser user, IPermissionChecker permissions) : IFirstStepContributor
{
    public async Task<IReadOnlyList<FirstStep>> GetStepsAsync(CancellationToken cancellationToken = default)
    {
        if (user.Id is not { } id)
            return [];
        var isProtected = await context.Authenticators.AnyAsync(a => a.UserId == id && a.ConfirmedAt != null, cancellationToken)
            || await context.Passkeys.AnyAsync(p => p.UserId == id, cancellationToken);
        var steps = new List<FirstStep> { new("Identity.FirstStep.SecondFactor", "/account/second-factor", 20, isProtected) };
        if (await permissions.IsGrantedAsync(IdentityPermissions.Users.Manage, cancellationToken))
            steps.Add(new FirstStep("Identity.FirstStep.Colleague", "users/invite", 60, await IsSharedAsync(cancellationToken)));
        return steps;
    }

    private async Task<bool> IsSharedAsync(CancellationToken cancellationToken) =>
        (await memberships.GetMembersAsync(cancellationToken)).Count > 1 || await context.Invitations.AnyAsync(cancellationToken);
}
