using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Guesses at who is a customer are counted before they are looked at, as passwords are.</summary>
internal sealed class CustomerProofs(
    IdentityDbContext context, OwnTransaction own, LegacyNumbers numbers, FailureCounters counters, ICurrentUser currentUser, ICurrentTenant tenant, IAuditLog audit) : IScopedDependency
{
    /// <summary>Commits by itself; to be called before the caller's first write.</summary>
    public async Task<bool> CheckAsync(LegacyAccount account, MigrationProofDto input, CancellationToken cancellationToken)
    {
        var (key, network) = (FailureCounter.ProofKey(account.UserId), FailureCounter.NetworkOf(currentUser.Info.ClientAddress));
        var open = await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(key, network, cancellationToken), cancellationToken);
        // Compared in any case, so that a block takes no less time.
        var proven = numbers.Matches(account, input.CustomerCode, input.Number) && open;
        return await own.RunAsync<CustomerProofs, bool>(p => p.RecordAsync(account, key, network, proven, cancellationToken), cancellationToken);
    }

    private async Task<bool> RecordAsync(LegacyAccount account, string key, string? network, bool proven, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(account.TenantId);
        audit.Add(proven ? "Identity.Migration.CustomerProven" : "Identity.Migration.CustomerRefused", nameof(User), account.UserId.ToString());
        await context.SaveChangesAsync(cancellationToken);
        if (proven)
            await counters.SucceedAsync(key, network, cancellationToken);
        return proven;
    }
}
