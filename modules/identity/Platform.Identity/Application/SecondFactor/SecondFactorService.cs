using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SecondFactorService(
    IdentityDbContext context, OwnTransaction own, AuthenticatorKeys keys, ISignInService signIn, ICurrentUser currentUser, ICurrentTenant tenant, TimeProvider clock)
    : ISecondFactorService
{
    private const int LongestCode = 40;

    public Task<bool> IsRequiredAsync(Guid userId, CancellationToken cancellationToken = default) =>
        context.HasFactorAsync(userId, cancellationToken);

    public async Task<FactorMeans> GetMeansAsync(Guid userId, CancellationToken cancellationToken = default) => new(
        await context.Authenticators.AnyAsync(a => a.UserId == userId && a.ConfirmedAt != null, cancellationToken),
        await context.Passkeys.AnyAsync(p => p.UserId == userId, cancellationToken));

    public async Task<AuthenticatedPerson?> FindPersonAsync(Guid userId, CancellationToken cancellationToken = default) =>
        (await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.IsActive, cancellationToken))?.ToPerson();

    public Task<bool> VerifyAsync(Guid userId, string code, CancellationToken cancellationToken = default) =>
        AttemptAsync(userId, code, ofPendingApp: false, cancellationToken);

    /// <summary>Whether it is a code of the app that waits for its confirmation: nothing else confirms it, and it opens nothing else.</summary>
    public Task<bool> VerifyPendingAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        AttemptAsync(userId, code, ofPendingApp: true, cancellationToken);

    public async Task<bool> ProveAsync(string proof, CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequirePerson();
        var byFactor = await IsRequiredAsync(userId, cancellationToken);
        var proven = byFactor ? await VerifyAsync(userId, proof, cancellationToken) : await signIn.ConfirmPasswordAsync(proof, cancellationToken);
        if (proven && currentUser.Info.SessionId is { } session)
            await own.RunAsync<SessionWriter, int>(w => w.ProveAsync(session, byFactor, cancellationToken), cancellationToken);
        return proven;
    }

    private async Task<bool> AttemptAsync(Guid userId, string code, bool ofPendingApp, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        var text = new string([.. code.Where(c => !char.IsWhiteSpace(c))]);
        var attempt = new SecondFactorAttempt(userId, FailureCounter.FactorKey(userId), FailureCounter.NetworkOf(currentUser.Info.ClientAddress));
        if (!await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(attempt.CounterKey, attempt.Network, cancellationToken), cancellationToken))
            return await RecordAsync(r => r.FailAsync(attempt, "Blocked"));
        if (text.Length is 0 or > LongestCode)
            return await RecordAsync(r => r.FailAsync(attempt, "WrongCode"));
        if (!ofPendingApp && (text.Length != Totp.Digits || !text.All(char.IsAsciiDigit)))
            return await RecordAsync(r => r.UseRecoveryCodeAsync(attempt, RecoveryCode.HashOf(text), cancellationToken));
        var step = await FindStepAsync(attempt, text, ofPendingApp, cancellationToken);
        return await RecordAsync(r => r.UseStepAsync(attempt, step, cancellationToken));

        Task<bool> RecordAsync(Func<SecondFactorRecorder, Task<bool>> record) => own.RunAsync(record, CancellationToken.None);
    }

    // A vault that is sealed is nobody's wrong guess.
    private async Task<long?> FindStepAsync(SecondFactorAttempt attempt, string code, bool ofPendingApp, CancellationToken cancellationToken)
    {
        if (!keys.IsAvailable || !await context.Authenticators.AnyAsync(a => a.UserId == attempt.UserId && (a.ConfirmedAt == null) == ofPendingApp, cancellationToken))
            return null;
        try
        {
            return await keys.UseAsync(attempt.UserId, key => Totp.FindStep(key.Span, code, clock.GetUtcNow()), cancellationToken);
        }
        catch (BusinessException)
        {
            await own.RunAsync<FailureCounters, bool>(async c =>
            {
                await c.SucceedAsync(attempt.CounterKey, attempt.Network, cancellationToken);
                return true;
            }, cancellationToken);
            throw;
        }
    }
}

/// <summary>A code typed by somebody who has proven to know the password.</summary>
internal sealed record SecondFactorAttempt(Guid UserId, string CounterKey, string? Network);
