using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Takes an answer once and puts the attempt on record, in one transaction: of two hosts with the same answer one wins.</summary>
internal sealed class PasskeyRecorder(IdentityDbContext context, FailureCounters counters, IAuditLog audit, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task<bool> RecordAsync(PasskeyAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var refusal = attempt.Refusal ?? (await TakeAsync(attempt, now, cancellationToken) ? null : "Replayed");
        var userId = attempt.User?.Id ?? attempt.Expected;
        if (refusal is not null)
        {
            audit.Add(attempt.Expected is null ? "Identity.Passkey.Failed" : "Identity.SecondFactor.Failed", nameof(User), userId?.ToString(), new AuditChange("Reason", null, refusal));
            return false;
        }

        var user = attempt.User!;
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        await counters.SucceedAsync(key: null, attempt.Network, cancellationToken);
        if (attempt.Expected is null)
        {
            audit.Add("Identity.Passkey.SignedIn", nameof(User), user.Id.ToString());
            await context.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LastSignInAt, now), cancellationToken);
        }
        else
        {
            audit.Add("Identity.SecondFactor.Succeeded", nameof(User), user.Id.ToString(), new AuditChange("By", null, "Passkey"));
        }

        return true;
    }

    // Synchronised passkeys do not count their signatures: without the time of the question, an answer could be sent again.
    private async Task<bool> TakeAsync(PasskeyAttempt attempt, DateTime now, CancellationToken cancellationToken)
    {
        var (userId, id, count, backedUp) = (attempt.User!.Id, attempt.Passkey!.CredentialId, (long)attempt.Passkey.SignCount, attempt.Passkey.IsBackedUp);
        var taken = await context.Passkeys
            .Where(p => p.UserId == userId && p.CredentialId == id && p.LastQuestion < attempt.AskedAt && (p.SignCount < count || p.SignCount == 0))
            .ExecuteUpdateAsync(
                s => s.SetProperty(p => p.LastQuestion, attempt.AskedAt).SetProperty(p => p.SignCount, count)
                    .SetProperty(p => p.IsBackedUp, backedUp).SetProperty(p => p.LastUsedAt, now),
                cancellationToken);
        return taken == 1;
    }
}
