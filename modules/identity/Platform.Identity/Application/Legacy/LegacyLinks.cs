using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Links that sign an old login in, for whoever has no password for it.</summary>
internal sealed class LegacyLinks(IdentityDbContext context, ILinkService links, RefusalWatch watch, Mails mails, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    /// <summary>The same link to each notification address: the first to use it is in, and a newer one ends it.</summary>
    public async Task SendAsync(User user, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(user.LegacyCompanyId!.Value);
        var account = await context.LegacyAccounts.AsNoTracking().SingleAsync(a => a.UserId == user.Id, cancellationToken);
        var link = await links.MakeAsync(new NewLink(IdentityLinkKinds.LegacyLogin, user.Id, user.Email!, user.Id), cancellationToken);
        audit.Add("Identity.Legacy.LinkSent", nameof(User), user.Id.ToString());
        foreach (var address in account.EmailList)
            await mails.QueueAsync(address, user.Language, "LegacyLink", [], [user.Email!, link.Address], cancellationToken);
    }

    public async Task<User> FindAsync(string token, CancellationToken cancellationToken) =>
        await LoginOfAsync(await links.LookAsync(IdentityLinkKinds.LegacyLogin, token, cancellationToken), cancellationToken);

    public async Task<User> EnterAsync(string token, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(IdentityLinkKinds.LegacyLogin, token, cancellationToken);
        using var current = tenant.Change(link.Company);
        var (user, now) = (await LoginOfAsync(link, cancellationToken), clock.GetUtcNow().UtcDateTime);
        audit.Add("Identity.Legacy.LinkUsed", nameof(User), user.Id.ToString());
        await context.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LastSignInAt, now), cancellationToken);
        return user;
    }

    private async Task<User> LoginOfAsync(OpenedLink link, CancellationToken cancellationToken) =>
        await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == link.SubjectId && u.IsActive, cancellationToken)
        ?? throw watch.LinkOfNobody(link);
}

internal sealed class LegacyLinkService(LegacyLinks links, OwnTransaction own) : ILegacyLinkService
{
    public Task CheckAsync(string token, CancellationToken cancellationToken = default) => links.FindAsync(token, cancellationToken);

    public async Task<AuthenticatedPerson> EnterAsync(string token, CancellationToken cancellationToken = default) =>
        (await own.RunAsync<LegacyLinks, User>(l => l.EnterAsync(token, cancellationToken), cancellationToken)).ToPerson();
}
