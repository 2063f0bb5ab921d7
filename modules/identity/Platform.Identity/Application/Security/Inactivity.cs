using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>
/// One person who may have been away too long. Whoever is the last active administrator of a company is warned again and again, and
/// never deactivated: the company would be nobody's.
/// </summary>
internal sealed class Inactivity(
    IdentityDbContext context, Obligations obligations, Rights rights, IMembershipService memberships, LentRights lent, SessionEnding ending, Mails mails, ICurrentTenant tenant, IUnitOfWork unitOfWork,
    IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    public async Task<bool> CheckAsync(Guid userId, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        await unitOfWork.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var user = await context.Users.SingleAsync(u => u.Id == userId, cancellationToken);
        var inactiveAt = await obligations.InactiveAtAsync(user, cancellationToken);
        if (!user.IsActive || inactiveAt > now + Notice)
            return false;
        var isWarned = user.InactivityWarnedAt > await obligations.LastSeenAsync(user, cancellationToken);
        if (isWarned && (inactiveAt > now || user.InactivityWarnedAt > now - Notice))
            return false;
        var companies = await memberships.GetTenantIdsAsync(userId, cancellationToken);
        if (!isWarned)
            await WarnAsync(user, "Inactive", inactiveAt > now + Notice ? inactiveAt : now + Notice, cancellationToken);
        else if (await IsLastAdministratorAsync(userId, companies, cancellationToken))
            await WarnAsync(user, "InactiveKept", now, cancellationToken);
        else
            await DeactivateAsync(user, companies, cancellationToken);
        return true;
    }

    private async Task WarnAsync(User user, string mail, DateTime day, CancellationToken cancellationToken)
    {
        user.InactivityWarnedAt = clock.GetUtcNow().UtcDateTime;
        audit.Add("Identity.User.InactivityWarned", nameof(User), user.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await mails.QueueAsync(user, mail, [], [user.Name, mails.LinkTo("/account/sign-in"), day], cancellationToken);
    }

    private async Task<bool> IsLastAdministratorAsync(Guid userId, IReadOnlyList<Guid> companies, CancellationToken cancellationToken)
    {
        foreach (var company in companies)
        {
            using var current = tenant.Change(company);
            if (await rights.IsLastAdministratorAsync(userId, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task DeactivateAsync(User user, IReadOnlyList<Guid> companies, CancellationToken cancellationToken)
    {
        user.IsActive = false;
        await lent.RaiseAsync(user.Id, cancellationToken);
        await ending.EndAllAsync(user.Id, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var company in companies)
        {
            using var current = tenant.Change(company);
            // Moves the stamp of the administrator's role: of two who leave at the same moment one stays.
            await rights.KeepAnAdministratorAsync(user.Id, cancellationToken);
            audit.Add("Identity.User.DeactivatedAsInactive", nameof(User), user.Id.ToString());
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
