using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Makes links for a new password and sends them; for an old login, a link that signs it in.</summary>
internal sealed class PasswordResetLinks(Mails mails, LegacyLinks legacy, ILinkService links, ICurrentTenant tenant, IAuditLog audit) : IScopedDependency
{
    /// <param name="user">Whose password.</param>
    /// <param name="mail">Key of the mail's texts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SendAsync(User user, string mail, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        if (user.LegacyCompanyId is not null)
        {
            await legacy.SendAsync(user, cancellationToken);
            return;
        }

        var link = await links.MakeAsync(new NewLink(IdentityLinkKinds.PasswordReset, user.Id, user.Email!), cancellationToken);
        audit.Add("Identity.PasswordReset.Sent", nameof(User), user.Id.ToString());
        await mails.QueueAsync(user.Email!, user.Language, mail, [], [user.Name, link.Address], cancellationToken);
    }
}

internal sealed record SendPasswordResetArgs(string Email);

/// <summary>In a job, so that asking takes the same time whether the account exists or not.</summary>
internal sealed class SendPasswordResetJob(IdentityDbContext context, PasswordResetLinks links) : IBackgroundJob<SendPasswordResetArgs>
{
    public async Task ExecuteAsync(SendPasswordResetArgs args, CancellationToken cancellationToken)
    {
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == args.Email && u.IsActive, cancellationToken) is { } user)
            await links.SendAsync(user, "Reset", cancellationToken);
    }
}
