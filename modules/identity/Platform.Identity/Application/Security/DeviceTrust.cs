using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Counts wrong passwords from a browser that the person is known to use apart from everybody else's, so that a stranger's guesses do
/// not lock the person out. Why so, and what ends it: decision 0019.
/// </summary>
internal sealed class DeviceTrust(IdentityDbContext context, FailureCounters counters, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The hash of a browser that is trusted for this person, or null. Asks the same whether there is such a person or not.</summary>
    public async Task<string?> FindAsync(Guid userId, string? deviceHash, CancellationToken cancellationToken)
    {
        var now = Now;
        return deviceHash is not null && await context.KnownDevices.AnyAsync(d => d.UserId == userId && d.Hash == deviceHash && d.TrustedUntil > now, cancellationToken)
            ? deviceHash
            : null;
    }

    /// <summary>A wrong password: after too many since the last right one, the trust ends with the block.</summary>
    public async Task FailAsync(Guid userId, string hash, CancellationToken cancellationToken)
    {
        var limit = await counters.AccountLimitAsync(cancellationToken);
        var device = context.KnownDevices.Where(d => d.UserId == userId && d.Hash == hash);
        await device.ExecuteUpdateAsync(s => s.SetProperty(d => d.Failures, d => (d.Failures ?? 0) + 1), cancellationToken);
        var end = Now + limit.Duration;
        var ended = await device.Where(d => d.Failures >= limit.Failures && d.TrustedUntil > end)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.TrustedUntil, end), cancellationToken);
        if (ended > 0)
            audit.Add("Identity.Device.TrustEnded", nameof(User), userId.ToString());
    }

    public Task<int> SucceedAsync(Guid userId, string hash, CancellationToken cancellationToken) =>
        context.KnownDevices.Where(d => d.UserId == userId && d.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(d => d.Failures, 0), cancellationToken);

    /// <summary>Ends it for all browsers of the person but one.</summary>
    public Task<int> EndAsync(Guid userId, string? except, CancellationToken cancellationToken) =>
        context.KnownDevices.Where(d => d.UserId == userId && d.Hash != (except ?? "")).ExecuteUpdateAsync(s => s.SetProperty(d => d.TrustedUntil, (DateTime?)null), cancellationToken);

    /// <summary>Ends it for one browser; nothing happens without one.</summary>
    public Task<int> EndOneAsync(Guid userId, string? hash, CancellationToken cancellationToken) =>
        context.KnownDevices.Where(d => d.UserId == userId && d.Hash == hash).ExecuteUpdateAsync(s => s.SetProperty(d => d.TrustedUntil, (DateTime?)null), cancellationToken);
}
