using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Where mail to a person goes: to the address of the account, or to the notification addresses of an old login.</summary>
internal sealed class LegacyMailboxes(IdentityDbContext context, ICurrentTenant tenant) : IScopedDependency
{
    public async Task<IReadOnlyList<string>> OfAsync(User user, CancellationToken cancellationToken)
    {
        if (user.LegacyCompanyId is not { } company)
            return [user.Email!];
        using var current = tenant.Change(company);
        var account = await context.LegacyAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == user.Id, cancellationToken);
        return account?.EmailList ?? [];
    }
}
