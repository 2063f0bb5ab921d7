using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Checks passkeys (WebAuthn). The authenticator must have verified its person, so a passkey is worth a password and a second factor.
/// A question is answered once, within five minutes, on whatever host. Each attempt is counted against the network address before it
/// is looked at, and against no account: wrong passwords never lock a passkey out. Every attempt is in the audit trail. What checks an
/// answer commits by itself and is to be called before the caller's first write.
/// </summary>
public interface IPasskeyService : IScopedDependency
{
    /// <summary>False where App:BaseUrl names no host: passkeys belong to a name.</summary>
    bool IsAvailable { get; }

    /// <summary>A question for the browser.</summary>
    /// <param name="userId">Whose passkeys may answer; null for whoever is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">Identity:PasskeysUnavailable.</exception>
    Task<PasskeyQuestion> AskAsync(Guid? userId, CancellationToken cancellationToken = default);

    /// <summary>The person whose passkey answered, or null when refused: unknown, wrong, used before, blocked and inactive alike.</summary>
    Task<AuthenticatedPerson?> SignInAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Whether a passkey of this person answered: the second factor after the password.</summary>
    Task<bool> VerifyAsync(Guid userId, PasskeyAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Proves the signed-in person anew, by a second factor.</summary>
    Task<bool> ProveAsync(PasskeyAnswer answer, CancellationToken cancellationToken = default);
}

/// <summary>What a browser is asked.</summary>
/// <param name="Options">JSON for PublicKeyCredential.parseCreationOptionsFromJSON or parseRequestOptionsFromJSON.</param>
/// <param name="State">Sealed; comes back with the answer and goes nowhere else than to the browser that was asked.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>What a browser answers.</summary>
/// <param name="Credential">JSON of the PublicKeyCredential; more than 32,000 characters are refused.</param>
/// <param name="State">Of the question; empty where there was none.</param>
public sealed record PasskeyAnswer(string Credential, string State);
