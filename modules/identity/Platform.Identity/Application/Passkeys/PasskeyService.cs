using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PasskeyService(
    IdentityDbContext context, IPasskeyHandler<User> handler, PasskeySite site, PasskeyQuestions questions, SignOnRules rules, OwnTransaction own, ICurrentUser currentUser,
    ICurrentTenant tenant) : IPasskeyService
{
    public bool IsAvailable => site.IsAvailable;

    public async Task<PasskeyQuestion> AskAsync(Guid? userId, CancellationToken cancellationToken = default)
    {
        site.RequireAvailable();
        var user = userId is null ? null : await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken);
        var made = await handler.MakeRequestOptionsAsync(user, PasskeySite.NoRequest);
        return new PasskeyQuestion(made.RequestOptionsJson, questions.Seal(PasskeyQuestions.Use, made.AssertionState!));
    }

    public async Task<AuthenticatedPerson?> SignInAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default) =>
        (await AttemptAsync(answer, expected: null, cancellationToken))?.ToPerson();

    public async Task<bool> VerifyAsync(Guid userId, PasskeyAnswer answer, CancellationToken cancellationToken = default) =>
        await AttemptAsync(answer, userId, cancellationToken) is not null;

    public async Task<bool> ProveAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default)
    {
        var proven = await VerifyAsync(currentUser.RequirePerson(), answer, cancellationToken);
        if (proven && currentUser.Info.SessionId is { } session)
            await own.RunAsync<SessionWriter, int>(w => w.ProveAsync(session, byFactor: true, cancellationToken), cancellationToken);
        return proven;
    }

    // Counted against the address alone: nobody guesses a signature, and who guesses passwords must not lock a passkey out.
    private async Task<User?> AttemptAsync(PasskeyAnswer answer, Guid? expected, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        var network = FailureCounter.NetworkOf(currentUser.Info.ClientAddress);
        var isOpen = await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(key: null, network, cancellationToken), cancellationToken);
        var attempt = new PasskeyAttempt(expected, network);
        attempt = isOpen ? await CheckAsync(answer, attempt) : attempt with { Refusal = "Blocked" };
        if (attempt is { Refusal: null, Expected: null, User: { } user } && (await rules.OfAsync(user.Id, cancellationToken)).RefusesPassword)
            attempt = attempt with { Refusal = "ByProviderOnly" };
        return await own.RunAsync<PasskeyRecorder, bool>(r => r.RecordAsync(attempt, CancellationToken.None), CancellationToken.None) ? attempt.User : null;
    }

    private async Task<PasskeyAttempt> CheckAsync(PasskeyAnswer answer, PasskeyAttempt attempt)
    {
        if (questions.Open(PasskeyQuestions.Use, answer) is not { } question)
            return attempt with { Refusal = "Expired" };
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = PasskeySite.NoRequest, CredentialJson = answer.Credential, AssertionState = question.State });
        return attempt with
        {
            User = result.User,
            Passkey = result.Passkey,
            AskedAt = question.AskedAt,
            Refusal = result switch
            {
                { Succeeded: false } => "Invalid",
                _ when attempt.Expected is { } id && result.User.Id != id => "OtherPerson",
                { User.IsActive: false } => "Inactive",
                _ => null,
            },
        };
    }
}

/// <summary>An answer of a browser.</summary>
/// <param name="Expected">Whose it must be; null when it signs in whoever it is.</param>
/// <param name="Network">Where it came from.</param>
internal sealed record PasskeyAttempt(Guid? Expected, string? Network)
{
    public User? User { get; init; }

    /// <summary>As it is after this use.</summary>
    public UserPasskeyInfo? Passkey { get; init; }

    public long AskedAt { get; init; }

    /// <summary>Null where the signature holds.</summary>
    public string? Refusal { get; init; }
}
