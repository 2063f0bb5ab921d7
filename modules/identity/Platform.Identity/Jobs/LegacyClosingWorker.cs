using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Every night: closes old logins that were replaced 30 days ago. Each in a transaction of its own.</summary>
internal sealed class LegacyClosingWorker(IdentityDbContext context, OwnTransaction own, TimeProvider clock) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromDays(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await context.Users.Where(u => u.LegacyCompanyId != null && u.LegacyClosesAt <= now && u.IsActive).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
            await own.RunAsync<LegacyClosing, bool>(c => c.CloseAsync(id, cancellationToken), cancellationToken);
    }
}
