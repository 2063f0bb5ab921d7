using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Counts an attempt as a failure before the password is looked at, in one statement, so that parallel guesses on any number of hosts
/// cannot pass the limit. A success takes its count back.
/// </summary>
internal sealed class FailureCounters(IdentityDbContext context, IUnitOfWork unitOfWork, ISettingProvider settings, TimeProvider clock) : IScopedDependency
{
    /// <summary>Counts against an account (or one of its browsers) and the address, without a key against the address alone; whether the password may be looked at.</summary>
    public async Task<bool> CountAsync(string? key, string? network, CancellationToken cancellationToken)
    {
        var account = await AccountLimitAsync(cancellationToken);
        var address = await AddressLimitAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        // Always in this order: two attempts that share both rows cannot wait for each other.
        var isOpen = key is null || await CountAsync(key, account, network, cancellationToken);
        var addressIsOpen = network is null || await CountAsync(FailureCounter.AddressKey(network), address, network, cancellationToken);
        return isOpen && addressIsOpen;
    }

    /// <summary>Whether the network is blocked now; counts nothing.</summary>
    public async Task<bool> IsBlockedAsync(string? network, CancellationToken cancellationToken)
    {
        if (network is null)
            return false;
        var (key, limit, now) = (FailureCounter.AddressKey(network), await AddressLimitAsync(cancellationToken), clock.GetUtcNow().UtcDateTime);
        return await context.FailureCounters.AnyAsync(c => c.Key == key && c.ExpiresAt > now && c.Failures >= limit.Failures, cancellationToken);
    }

    /// <summary>Forgets the failures under the key and takes back the one counted against the address.</summary>
    public async Task SucceedAsync(string? key, string? network, CancellationToken cancellationToken)
    {
        if (key is not null)
            await ResetAsync([key], cancellationToken);
        if (network is not null)
        {
            await context.FailureCounters.Where(c => c.Key == FailureCounter.AddressKey(network) && c.Failures > 0)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Failures, c => c.Failures - 1), cancellationToken);
        }
    }

    public Task<int> ResetAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        context.FailureCounters.Where(c => keys.Contains(c.Key)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Failures, 0), cancellationToken);

    public Task<FailureLimit> AccountLimitAsync(CancellationToken cancellationToken) =>
        LimitAsync(IdentitySettings.AccountFailures, IdentitySettings.AccountMinutes, cancellationToken);

    public Task<FailureLimit> AddressLimitAsync(CancellationToken cancellationToken) =>
        LimitAsync(IdentitySettings.AddressFailures, IdentitySettings.AddressMinutes, cancellationToken);

    private async Task<FailureLimit> LimitAsync(string failures, string minutes, CancellationToken cancellationToken) => new(
        (int)(await settings.GetAsync(failures, cancellationToken)).AsInt64(),
        TimeSpan.FromMinutes((await settings.GetAsync(minutes, cancellationToken)).AsInt64()));

    // The count stops one past the limit, where the end of the block stands still.
    private async Task<bool> CountAsync(string key, FailureLimit limit, string? network, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var end = now + limit.Duration;
        var address = network ?? "";
        var counts = await context.Database.SqlQuery<int>($"""
            INSERT INTO "IdentityFailureCounters" ("Key", "Failures", "ExpiresAt", "LastAddress") VALUES ({key}, 1, {end}, {address})
            ON CONFLICT ("Key") DO UPDATE SET
              "Failures" = CASE
                WHEN "IdentityFailureCounters"."ExpiresAt" <= {now} THEN 1
                WHEN "IdentityFailureCounters"."Failures" > {limit.Failures} THEN "IdentityFailureCounters"."Failures"
                ELSE "IdentityFailureCounters"."Failures" + 1 END,
              "ExpiresAt" = CASE
                WHEN "IdentityFailureCounters"."ExpiresAt" > {now} AND "IdentityFailureCounters"."Failures" >= {limit.Failures}
                THEN "IdentityFailureCounters"."ExpiresAt" ELSE {end} END,
              "LastAddress" = {address}
            RETURNING "Failures" AS "Value"
            """).ToListAsync(cancellationToken);
        return counts[0] <= limit.Failures;
    }
}
