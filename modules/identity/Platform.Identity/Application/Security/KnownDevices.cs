using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Notices a sign-in from a browser that the person has not used before, and tells the person and the administrators.</summary>
internal sealed class KnownDevices(IdentityDbContext context, SecurityAlerts alerts, Mails mails, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    /// <param name="user">Who signed in.</param>
    /// <param name="hash">Of the browser.</param>
    /// <param name="isProven">By a proof of the person's own: only then is the browser trusted from now on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SeeAsync(User user, string hash, bool isProven, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await context.KnownDevices.SingleOrDefaultAsync(d => d.UserId == user.Id && d.Hash == hash, cancellationToken);
        var isNews = known is null && await context.KnownDevices.AnyAsync(d => d.UserId == user.Id, cancellationToken);
        var device = known ?? context.KnownDevices.Add(new KnownDevice { UserId = user.Id, Hash = hash }).Entity;
        device.LastSeenAt = now;
        if (isProven)
            (device.TrustedUntil, device.Failures) = (now + KnownDevice.TrustLasts, 0);
        await context.SaveChangesAsync(cancellationToken);
        if (isNews)
            await TellAsync(user, hash, cancellationToken);
    }

    private async Task TellAsync(User user, string hash, CancellationToken cancellationToken)
    {
        var address = currentUser.Info.ClientAddress ?? "";
        await alerts.RaiseAsync("NewDevice", hash, user, address, cancellationToken);
        await mails.QueueAsync(user, "NewDevice", [], [user.Name, currentUser.Info.Device ?? "", address, mails.LinkTo("/account/sessions")], cancellationToken);
    }
}
