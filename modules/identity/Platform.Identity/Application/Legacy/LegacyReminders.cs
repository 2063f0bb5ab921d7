using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Mails that ask to replace old logins, of the current company.</summary>
internal sealed class LegacyReminders(IdentityDbContext context, LegacyNotices notices, Mails mails, ITenantStore tenants, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    /// <returns>How many of the logins were reminded of: finished ones, those without an address and those of the last day are passed over.</returns>
    public async Task<int> SendAsync(IEnumerable<LegacyAccount> accounts, CancellationToken cancellationToken)
    {
        var company = await tenants.FindByIdAsync(tenant.Id!.Value, cancellationToken) ?? throw new EntityNotFoundException();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = accounts.Where(a => a.IsOpen && a.Emails.Length > 0 && !(a.RemindedAt > now - LegacyAccount.BetweenReminders)).ToList();
        var ids = due.ConvertAll(a => a.UserId);
        var users = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
        foreach (var account in due)
        {
            account.RemindedAt = now;
            var login = users[account.UserId];
            // Whoever has no password for it asks for a link that signs in: no mail that lies about opens an account.
            var way = mails.LinkTo(login.PasswordHash is null ? "/account/forgot" : "/account/sign-in");
            await notices.SendAsync(account, login.Language, login.PasswordHash is null ? "LegacyReminderLink" : "LegacyReminder", [login.Email!, company.Name, way], cancellationToken);
            audit.Add("Identity.Legacy.Reminded", nameof(User), login.Id.ToString());
        }

        await context.SaveChangesAsync(cancellationToken);
        return due.Count;
    }
}
