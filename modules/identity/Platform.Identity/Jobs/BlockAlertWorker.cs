using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Looks for blocks and raises alerts. Not while somebody signs in: that takes the same time for accounts that exist and for those
/// that do not.
/// </summary>
internal sealed class BlockAlertWorker(IdentityDbContext context, FailureCounters counters, OwnTransaction own, TimeProvider clock) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (account, address) = (await counters.AccountLimitAsync(cancellationToken), await counters.AddressLimitAsync(cancellationToken));
        var least = Math.Min(account.Failures, address.Failures);
        var full = await context.FailureCounters.AsNoTracking().Where(c => c.ExpiresAt > now && c.Failures >= least && c.AlertedUntil != c.ExpiresAt).ToListAsync(cancellationToken);
        foreach (var counter in full.Where(c => c.Failures >= (c.IsOfAddress ? address : account).Failures && !c.IsOfMessages))
            await own.RunAsync<BlockAlerts, bool>(b => b.RaiseAsync(counter, cancellationToken), cancellationToken);
    }
}

/// <remarks>Guesses at who is a customer are told to the operator too: a company of old logins may have no administrator yet.</remarks>
internal sealed class BlockAlerts(IdentityDbContext context, SecurityAlerts alerts, ITenantStore tenants, IConfiguration configuration) : IScopedDependency
{
    public async Task<bool> RaiseAsync(FailureCounter counter, CancellationToken cancellationToken)
    {
        var marked = await context.FailureCounters.Where(c => c.Key == counter.Key && c.ExpiresAt == counter.ExpiresAt)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.AlertedUntil, counter.ExpiresAt), cancellationToken);
        if (marked == 0)
            return false;
        var kind = counter.IsOfAddress ? "AddressBlocked" : counter.IsOfProofs ? "ProofBlocked" : "AccountBlocked";
        var subject = $"{counter.Key}|{counter.ExpiresAt:O}";
        foreach (var user in await ConcernedAsync(counter, cancellationToken))
        {
            await alerts.RaiseAsync(kind, subject, user, counter.LastAddress, cancellationToken);
            if (counter.IsOfProofs && configuration["Operator:Company"] is { } slug && await tenants.FindBySlugAsync(slug, cancellationToken) is { } company)
                await alerts.RaiseAsync(kind, subject, company, user, counter.LastAddress, cancellationToken);
        }

        return true;
    }

    // An address concerns those whose accounts it was last tried on.
    private async Task<List<User>> ConcernedAsync(FailureCounter counter, CancellationToken cancellationToken)
    {
        var keys = counter.IsOfAddress
            ? await context.FailureCounters.Where(c => c.LastAddress == counter.LastAddress && c.Failures > 0).Select(c => c.Key).ToListAsync(cancellationToken)
            : [counter.Key];
        var found = new List<User>();
        var hashes = keys.Select(FailureCounter.DeviceHashOf).OfType<string>().ToArray();
        var devices = await context.KnownDevices.Where(d => hashes.Contains(d.Hash)).Select(d => d.UserId).ToListAsync(cancellationToken);
        // Keys hold hashes: whose they are is found out by making the hashes again, and only when somebody is blocked.
        await foreach (var user in context.Users.AsNoTracking().Where(u => u.IsActive).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (keys.Contains(FailureCounter.AccountKey(user.NormalizedEmail!)) || keys.Contains(FailureCounter.FactorKey(user.Id)) || keys.Contains(FailureCounter.ProofKey(user.Id)) || devices.Contains(user.Id))
                found.Add(user);
        }

        return found;
    }
}
