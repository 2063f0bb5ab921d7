using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Blocks after failed sign-ins, as far as they concern given people.</summary>
internal sealed class SignInBlocks(IdentityDbContext context, FailureCounters counters, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyDictionary<Guid, SignInBlockDto>> GetAsync(IReadOnlyCollection<User> users, CancellationToken cancellationToken)
    {
        var accounts = await LoadAsync(users.Select(u => FailureCounter.AccountKey(u.NormalizedEmail!)), cancellationToken);
        var factors = await LoadAsync(users.Select(u => FailureCounter.FactorKey(u.Id)), cancellationToken);
        var keys = await DeviceKeysAsync([.. users.Select(u => u.Id)], cancellationToken);
        var devices = await LoadAsync(keys.SelectMany(k => k), cancellationToken);
        var networks = await LoadAsync(accounts.Values.Concat(factors.Values).Concat(devices.Values).Select(c => FailureCounter.AddressKey(c.LastAddress)), cancellationToken);
        var accountLimit = await counters.AccountLimitAsync(cancellationToken);
        var addressLimit = await counters.AddressLimitAsync(cancellationToken);
        var blocks = new Dictionary<Guid, SignInBlockDto>();
        foreach (var user in users)
        {
            FailureCounter?[] counted =
            [
                accounts.GetValueOrDefault(FailureCounter.AccountKey(user.NormalizedEmail!)), factors.GetValueOrDefault(FailureCounter.FactorKey(user.Id)),
                .. keys[user.Id].Select(devices.GetValueOrDefault),
            ];
            // Of passwords, of codes, of the person's own browsers: whichever block lasts longer, and the address of the later failure.
            var accountUntil = counted.Max(c => BlockedUntil(c, accountLimit));
            var address = counted.OfType<FailureCounter>().MaxBy(c => c.ExpiresAt)?.LastAddress;
            var addressUntil = address is null ? null : BlockedUntil(networks.GetValueOrDefault(FailureCounter.AddressKey(address)), addressLimit);
            if (accountUntil is not null || addressUntil is not null)
            {
                blocks[user.Id] = new SignInBlockDto(accountUntil, addressUntil, addressUntil is null ? null : address);
            }
        }

        return blocks;
    }

    public async Task LiftAsync(User user, CancellationToken cancellationToken)
    {
        var devices = (await DeviceKeysAsync([user.Id], cancellationToken))[user.Id];
        var counted = await LoadAsync(
            [FailureCounter.AccountKey(user.NormalizedEmail!), FailureCounter.FactorKey(user.Id), FailureCounter.ProofKey(user.Id), .. devices], cancellationToken);
        if (counted.Count > 0)
        {
            var addresses = counted.Values.Select(c => c.LastAddress).Distinct().Order().ToList();
            await counters.ResetAsync([.. counted.Keys, .. addresses.Select(FailureCounter.AddressKey)], cancellationToken);
            audit.Add("Identity.Block.Lifted", nameof(User), user.Id.ToString(), new AuditChange("Address", string.Join(", ", addresses), null));
        }
    }

    private async Task<ILookup<Guid, string>> DeviceKeysAsync(IReadOnlyList<Guid> users, CancellationToken cancellationToken) =>
        (await context.KnownDevices.Where(d => users.Contains(d.UserId)).Select(d => new { d.UserId, d.Hash }).ToListAsync(cancellationToken))
            .ToLookup(d => d.UserId, d => FailureCounter.DeviceKey(d.Hash));

    private async Task<Dictionary<string, FailureCounter>> LoadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Distinct().ToArray();
        return await context.FailureCounters.AsNoTracking().Where(c => wanted.Contains(c.Key)).ToDictionaryAsync(c => c.Key, cancellationToken);
    }

    private DateTime? BlockedUntil(FailureCounter? counter, FailureLimit limit) =>
        counter is not null && counter.Failures >= limit.Failures && counter.ExpiresAt > clock.GetUtcNow().UtcDateTime ? counter.ExpiresAt : null;
}
