using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Deletes sessions that have ended, codes and counters that no longer count, and tokens, links and invitations long past use.</summary>
internal sealed class ExpiredSignInDataWorker(IdentityDbContext context, ICompanyDirectory companies, ICurrentTenant tenant, TimeProvider clock) : IBackgroundWorker
{
    private const int KeptTokenDays = 90;
    private const int KeptDeviceDays = 400;
    private const int KeptInvitationDays = 30;

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        await context.Sessions.Where(s => s.ExpiresAt <= now || (s.IdleMinutes > 0 && s.LastSeenAt <= yesterday)).ExecuteDeleteAsync(cancellationToken);
        // A day longer than they count: the address of the last failure leads administrators to the block of that address.
        await context.FailureCounters.Where(c => c.ExpiresAt <= yesterday).ExecuteDeleteAsync(cancellationToken);
        await context.SentCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        // Addresses that somebody typed and did nothing with; what was proven counts from the use of the code on.
        var stale = now - LegacyMigration.Lasts - SentCode.Lasts;
        await context.LegacyMigrations.Where(m => m.SentAt == null || m.SentAt <= stale).ExecuteDeleteAsync(cancellationToken);
        var unproven = now - SignUp.Kept;
        await context.SignUps.Where(s => s.AskedAt <= unproven).ExecuteDeleteAsync(cancellationToken);
        // Browsers keep no cookie for longer.
        var forgotten = now.AddDays(-KeptDeviceDays);
        await context.KnownDevices.Where(d => d.LastSeenAt <= forgotten).ExecuteDeleteAsync(cancellationToken);
        await context.KnownCountries.Where(c => c.LastSeenAt <= forgotten).ExecuteDeleteAsync(cancellationToken);
        await context.SignOnAnswered.Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var oldest = now.AddDays(-KeptTokenDays);
        await context.ApiTokens.Where(t => t.ExpiresAt <= oldest || t.RevokedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        // The empty id is the host, whose links belong to people.
        foreach (var place in (await companies.GetIdsAsync(cancellationToken)).Prepend(Guid.Empty))
            await DeleteLinksAsync(place, now, cancellationToken);
    }

    private async Task DeleteLinksAsync(Guid place, DateTime now, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(place);
        var (oldestLink, oldestInvitation) = (now - Link.Kept, now.AddDays(-KeptInvitationDays));
        await context.Links.Where(l => l.ExpiresAt <= oldestLink || l.RevokedAt <= oldestLink).ExecuteDeleteAsync(cancellationToken);
        await context.Invitations.Where(i => i.ExpiresAt <= oldestInvitation).ExecuteDeleteAsync(cancellationToken);
    }
}
