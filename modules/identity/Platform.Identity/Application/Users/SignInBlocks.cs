using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Blocks after failed sign-ins, as far as they concern given people.</summary>
internal sealed class SignInBlocks(IdentityDbContext context, FailureCounters counters, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyDictionary<Guid, SignInBlockDto>> GetAsync(IReadOnlyCollection<User> users, CancellationToken cancellationToken)
    {
        var accounts = await LoadAsync(users.Select(u => FailureCounter.AccountKey(u.NormalizedEmail!)), cancellationToken);
        var networks = await LoadAsync(accounts.Values.Select(c => FailureCounter.AddressKey(c.LastAddress)), cancellationToken);
        var accountLimit = await counters.AccountLimitAsync(cancellationToken);
        var addressLimit = await counters.AddressLimitAsync(cancellationToken);
        var blocks = new Dictionary<Guid, SignInBlockDto>();
        foreach (var user in users)
        {
            if (accounts.GetValueOrDefault(FailureCounter.AccountKey(user.NormalizedEmail!)) is not { } account)
            {
                continue;
            }

            var accountUntil = BlockedUntil(account, accountLimit);
            var addressUntil = BlockedUntil(networks.GetValueOrDefault(FailureCounter.AddressKey(account.LastAddress)), addressLimit);
            if (accountUntil is not null || addressUntil is not null)
            {
                blocks[user.Id] = new SignInBlockDto(accountUntil, addressUntil, addressUntil is null ? null : account.LastAddress);
            }
        }

        return blocks;
    }

    public async Task LiftAsync(User user, CancellationToken cancellationToken)
    {
        var accountKey = FailureCounter.AccountKey(user.NormalizedEmail!);
        var account = await context.FailureCounters.AsNoTracking().SingleOrDefaultAsync(c => c.Key == accountKey, cancellationToken);
        if (account is not null)
        {
            await counters.ResetAsync([accountKey, FailureCounter.AddressKey(account.LastAddress)], cancellationToken);
            audit.Add("Identity.Block.Lifted", nameof(User), user.Id.ToString(), new AuditChange("Address", account.LastAddress, null));
        }
    }

    private async Task<Dictionary<string, FailureCounter>> LoadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToArray();
        return await context.FailureCounters.AsNoTracking().Where(c => wanted.Contains(c.Key)).ToDictionaryAsync(c => c.Key, cancellationToken);
    }

    private DateTime? BlockedUntil(FailureCounter? counter, FailureLimit limit) =>
        counter is not null && counter.Failures >= limit.Failures && counter.ExpiresAt > clock.GetUtcNow().UtcDateTime ? counter.ExpiresAt : null;
}
