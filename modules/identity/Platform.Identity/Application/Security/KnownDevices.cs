using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Notices a sign-in from a browser that the person has not used before, and tells the person and the administrators.</summary>
internal sealed class KnownDevices(IdentityDbContext context, SecurityAlerts alerts, Mails mails, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task SeeAsync(User user, string deviceKey, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash($"{user.Id:N}|{deviceKey}");
        var now = clock.GetUtcNow().UtcDateTime;
        if (await context.KnownDevices.SingleOrDefaultAsync(d => d.UserId == user.Id && d.Hash == hash, cancellationToken) is { } known)
        {
            known.LastSeenAt = now;
            return;
        }

        var isFirst = !await context.KnownDevices.AnyAsync(d => d.UserId == user.Id, cancellationToken);
        context.KnownDevices.Add(new KnownDevice { UserId = user.Id, Hash = hash, LastSeenAt = now });
        await context.SaveChangesAsync(cancellationToken);
        if (isFirst)
            return;
        var address = currentUser.Info.ClientAddress ?? "";
        await alerts.RaiseAsync("NewDevice", hash, user, address, cancellationToken);
        await mails.QueueAsync(user, "NewDevice", [], [user.Name, currentUser.Info.Device ?? "", address, mails.LinkTo("/account/sessions")], cancellationToken);
    }
}
