using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Notices a sign-in from a browser or network that the person has not used before, and tells the person.</summary>
internal sealed class KnownDevices(IdentityDbContext context, SecurityAlerts alerts, Mails mails, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task SeeAsync(User user, CancellationToken cancellationToken)
    {
        var address = FailureCounter.NetworkOf(currentUser.Info.ClientAddress) ?? "";
        var hash = Secrets.Hash($"{user.Id:N}|{currentUser.Info.Device}|{address}");
        if (await context.KnownDevices.AnyAsync(d => d.UserId == user.Id && d.Hash == hash, cancellationToken))
            return;
        var isFirst = !await context.KnownDevices.AnyAsync(d => d.UserId == user.Id, cancellationToken);
        context.KnownDevices.Add(new KnownDevice { UserId = user.Id, Hash = hash, FirstAt = clock.GetUtcNow().UtcDateTime });
        await context.SaveChangesAsync(cancellationToken);
        if (isFirst)
            return;
        await alerts.RaiseAsync("NewDevice", hash, user, address, cancellationToken);
        await mails.QueueAsync(user.Email!, user.Language, "NewDevice", [], [user.Name, currentUser.Info.Device ?? "", address, mails.LinkTo("/account/sessions")], cancellationToken);
    }
}
