using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Takes a code once and puts the attempt on record, in one transaction: of two hosts with the same code one wins.</summary>
internal sealed class SecondFactorRecorder(IdentityDbContext context, FailureCounters counters, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private const string Act = "Identity.SecondFactor";

    public async Task<bool> UseStepAsync(SecondFactorAttempt attempt, long? step, CancellationToken cancellationToken)
    {
        if (step is not { } accepted)
            return await FailAsync(attempt, "WrongCode");
        var taken = await context.Authenticators.Where(a => a.UserId == attempt.UserId && a.LastStep < accepted)
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.LastStep, accepted), cancellationToken);
        return taken == 1 ? await SucceedAsync(attempt, "App", cancellationToken) : await FailAsync(attempt, "Replayed");
    }

    public async Task<bool> UseRecoveryCodeAsync(SecondFactorAttempt attempt, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await context.RecoveryCodes.Where(c => c.UserId == attempt.UserId && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.UsedAt, now), cancellationToken);
        return taken == 1 ? await SucceedAsync(attempt, "RecoveryCode", cancellationToken) : await FailAsync(attempt, "WrongCode");
    }

    public Task<bool> FailAsync(SecondFactorAttempt attempt, string reason)
    {
        audit.Add($"{Act}.Failed", nameof(User), attempt.UserId.ToString(), new AuditChange("Reason", null, reason));
        return Task.FromResult(false);
    }

    private async Task<bool> SucceedAsync(SecondFactorAttempt attempt, string by, CancellationToken cancellationToken)
    {
        await counters.SucceedAsync(attempt.CounterKey, attempt.Network, cancellationToken);
        audit.Add($"{Act}.Succeeded", nameof(User), attempt.UserId.ToString(), new AuditChange("By", null, by));
        return true;
    }
}
