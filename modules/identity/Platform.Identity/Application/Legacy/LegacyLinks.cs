using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Links that sign an old login in, for whoever has no password for it.</summary>
internal sealed class LegacyLinks(IdentityDbContext context, Mails mails, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same link to each notification address: the first to use it is in, and a newer one ends it.</summary>
    public async Task SendAsync(User user, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(user.LegacyCompanyId!.Value);
        var account = await context.LegacyAccounts.SingleAsync(a => a.UserId == user.Id, cancellationToken);
        var key = Secrets.NewKey();
        (account.LinkHash, account.LinkExpiresAt) = (Secrets.Hash(key), Now + PasswordReset.Lasts);
        audit.Add("Identity.Legacy.LinkSent", nameof(User), user.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        foreach (var address in account.EmailList)
            await mails.QueueAsync(address, user.Language, "LegacyLink", [], [user.Email!, mails.LinkTo($"/account/legacy/{InvitationToken.Write(account.TenantId, key)}")], cancellationToken);
    }

    public async Task<User?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!InvitationToken.TryRead(token, out var company, out var key))
            return null;
        using var current = tenant.Change(company);
        var (hash, now) = (Secrets.Hash(key), Now);
        var id = await context.LegacyAccounts.Where(a => a.LinkHash == hash && a.LinkExpiresAt > now).Select(a => (Guid?)a.UserId).SingleOrDefaultAsync(cancellationToken);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsActive, cancellationToken);
    }

    /// <summary>Uses the link up: of two who open it at the same moment one is in.</summary>
    public async Task<bool> UseAsync(User user, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(user.LegacyCompanyId!.Value);
        var now = Now;
        var used = await context.LegacyAccounts.Where(a => a.UserId == user.Id && a.LinkHash != null && a.LinkExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.LinkHash, (string?)null).SetProperty(a => a.LinkExpiresAt, (DateTime?)null), cancellationToken) > 0;
        if (used)
        {
            audit.Add("Identity.Legacy.LinkUsed", nameof(User), user.Id.ToString());
            await context.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LastSignInAt, now), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }

        return used;
    }
}

internal sealed class LegacyLinkService(LegacyLinks links, OwnTransaction own) : ILegacyLinkService
{
    public async Task<bool> IsValidAsync(string token, CancellationToken cancellationToken = default) => await links.FindAsync(token, cancellationToken) is not null;

    public async Task<AuthenticatedPerson?> EnterAsync(string token, CancellationToken cancellationToken = default) =>
        await links.FindAsync(token, cancellationToken) is { } user && await own.RunAsync<LegacyLinks, bool>(l => l.UseAsync(user, cancellationToken), cancellationToken)
            ? user.ToPerson()
            : null;
}
