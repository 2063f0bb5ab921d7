using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Deletes sessions that have ended, codes and counters that no longer count and tokens long past use.</summary>
internal sealed class ExpiredSignInDataWorker(IdentityDbContext context, TimeProvider clock) : IBackgroundWorker
{
    private const int KeptTokenDays = 90;
    private const int KeptDeviceDays = 400;

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        await context.Sessions.Where(s => s.ExpiresAt <= now || (s.IdleMinutes > 0 && s.LastSeenAt <= yesterday)).ExecuteDeleteAsync(cancellationToken);
        // A day longer than they count: the address of the last failure leads administrators to the block of that address.
        await context.FailureCounters.Where(c => c.ExpiresAt <= yesterday).ExecuteDeleteAsync(cancellationToken);
        await context.SentCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        // Codes and addresses that somebody typed and did nothing with.
        var stale = now - LegacyMigration.Lasts;
        await context.LegacyMigrations.Where(m => m.CodeExpiresAt <= stale).ExecuteDeleteAsync(cancellationToken);
        // Browsers keep no cookie for longer.
        var forgotten = now.AddDays(-KeptDeviceDays);
        await context.KnownDevices.Where(d => d.LastSeenAt <= forgotten).ExecuteDeleteAsync(cancellationToken);
        await context.KnownCountries.Where(c => c.LastSeenAt <= forgotten).ExecuteDeleteAsync(cancellationToken);
        await context.SignOnAnswered.Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var oldest = now.AddDays(-KeptTokenDays);
        await context.ApiTokens.Where(t => t.ExpiresAt <= oldest || t.RevokedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
