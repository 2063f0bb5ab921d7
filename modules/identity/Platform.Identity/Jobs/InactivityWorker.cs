using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Every night: warns people who have not been there for long, then deactivates them. Each in a transaction of its own.</summary>
internal sealed class InactivityWorker(IdentityDbContext context, OwnTransaction own, TimeProvider clock) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromDays(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        // No setting is shorter than a month.
        var latest = clock.GetUtcNow().UtcDateTime.AddMonths(-1) + Inactivity.Notice;
        var candidates = await context.Users.Where(u => u.IsActive && (u.LastSignInAt ?? u.CreatedAt) <= latest).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var id in candidates)
            await own.RunAsync<Inactivity, bool>(i => i.CheckAsync(id, cancellationToken), cancellationToken);
    }
}
