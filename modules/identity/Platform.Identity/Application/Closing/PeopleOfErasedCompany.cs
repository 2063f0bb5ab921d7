using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>
/// Whoever has no other company cannot sign in any more: their sessions, devices, tokens and password go. An account with another company belongs
/// to its person and stays.
/// </summary>
internal sealed class PeopleOfErasedCompany(IdentityDbContext context, IMembershipService memberships, SessionEnding ending, IAuditLog audit) : IDistributedEventHandler<CompanyErasedEto>
{
    public async Task HandleEventAsync(CompanyErasedEto eventData, CancellationToken cancellationToken)
    {
        var people = eventData.People;
        foreach (var user in await context.Users.Where(u => people.Contains(u.Id) || u.LegacyCompanyId == eventData.TenantId).ToListAsync(cancellationToken))
        {
            if (user.LegacyCompanyId == eventData.TenantId)
                user.LegacyCompanyId = null;
            if ((await memberships.GetTenantIdsAsync(user.Id, cancellationToken)).Count > 0)
                continue;
            (user.IsActive, user.PasswordHash) = (false, null);
            await ending.EndAllAsync(user.Id, cancellationToken);
            await context.ApiTokens.Where(t => t.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            audit.Add("Identity.User.LostLastCompany", nameof(User), user.Id.ToString());
        }
    }
}
