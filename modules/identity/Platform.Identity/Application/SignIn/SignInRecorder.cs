using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What an attempt leaves behind: counters, the last sign-in, a stronger hash, a line in the host's audit trail.</summary>
internal sealed class SignInRecorder(
    IdentityDbContext context, FailureCounters counters, DeviceTrust trust, IPasswordHasher<User> hasher, IAuditLog audit, ICurrentUser currentUser, TimeProvider clock)
    : IScopedDependency
{
    public const string SignIn = "Identity.SignIn";
    public const string Confirmation = "Identity.PasswordConfirmation";

    public async Task<bool> RecordAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        if (!attempt.Succeeded)
        {
            audit.Add($"{attempt.Act}.Failed", nameof(User), attempt.User?.Id.ToString(), new AuditChange("Reason", null, attempt.Reason));
            if (attempt is { Device: { } guessed, IsOpen: true })
                await trust.FailAsync(attempt.User!.Id, guessed, cancellationToken);
            return false;
        }

        var user = attempt.User!;
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        audit.Add($"{attempt.Act}.Succeeded", nameof(User), user.Id.ToString());
        await counters.SucceedAsync(attempt.CounterKey, attempt.Network, cancellationToken);
        if (attempt.Device is { } device)
            await trust.SucceedAsync(user.Id, device, cancellationToken);
        if (attempt.Act == SignIn)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await context.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LastSignInAt, now), cancellationToken);
        }

        await RehashAsync(attempt, user, cancellationToken);
        return true;
    }

    private async Task RehashAsync(SignInAttempt attempt, User user, CancellationToken cancellationToken)
    {
        if (attempt.Result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = hasher.HashPassword(user, attempt.Password);
            await context.Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash)
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordHash, hash), cancellationToken);
        }
    }
}
