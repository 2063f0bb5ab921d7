using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Ends an old login whose time is over: it opens nothing any more, in open sessions either, and nothing reopens it.</summary>
internal sealed class LegacyClosing(
    IdentityDbContext context, IMembershipService memberships, ILinkService links, ICurrentTenant tenant, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<bool> CloseAsync(Guid userId, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var login = await context.Users.SingleOrDefaultAsync(u => u.Id == userId && u.LegacyClosesAt <= now, cancellationToken);
        if (login?.LegacyCompanyId is not { } company)
            return false;
        using var current = tenant.Change(company);
        var account = await context.LegacyAccounts.SingleAsync(a => a.UserId == userId, cancellationToken);
        if (account.State == LegacyState.Closed)
            return false;
        (login.IsActive, login.PasswordHash) = (false, null);
        account.State = LegacyState.Closed;
        await links.RevokeAllAsync(IdentityLinkKinds.LegacyLogin, userId, cancellationToken);
        context.RoleAssignments.RemoveRange(await context.RoleAssignments.Where(a => a.UserId == userId).ToListAsync(cancellationToken));
        context.DirectGrants.RemoveRange(await context.DirectGrants.Where(g => g.UserId == userId).ToListAsync(cancellationToken));
        context.RightLimits.RemoveRange(await context.RightLimits.Where(l => l.HolderId == userId).ToListAsync(cancellationToken));
        context.Delegations.RemoveRange(await context.Delegations.Where(d => d.FromUserId == userId || d.ToUserId == userId).ToListAsync(cancellationToken));
        audit.Add("Identity.Legacy.Closed", nameof(User), userId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        await context.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await memberships.RemoveAsync(userId, cancellationToken);
        return true;
    }
}
