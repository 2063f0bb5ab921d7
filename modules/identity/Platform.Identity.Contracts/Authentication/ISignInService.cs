using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Checks passwords. One code path: an unknown address or old login, a wrong password, a block, an inactive account and a closed login
/// take the same time and give the same answer. Each attempt is counted before the password is looked at, in a transaction of its own, so parallel
/// guesses cannot pass the limit.
/// </summary>
public interface ISignInService : IScopedDependency
{
    /// <summary>The person, or null when refused. Success and failure are in the audit trail whatever the caller does next.</summary>
    Task<AuthenticatedPerson?> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether this is the signed-in person's password; counted and blocked as a sign-in from the session's browser is. Call it before the first write: it
    /// commits by itself.
    /// </summary>
    Task<bool> ConfirmPasswordAsync(string password, CancellationToken cancellationToken = default);
}

/// <summary>What a sign-in form sends.</summary>
/// <param name="Email">As typed: an address, or an old login.</param>
/// <param name="Password">As typed; more than 256 characters are refused.</param>
/// <param name="DeviceKey">
/// What the browser keeps since a former sign-in. Where this very person signed in with it lately, wrong passwords count against that browser
/// instead of the account; otherwise it is worth nothing. Null for none.
/// </param>
public sealed record SignInRequest(string Email, string Password, string? DeviceKey = null);

/// <summary>Who has proven to be whom, by a password, a session or an API token. Read live: an inactive person is never one.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address; the login itself for an old login.</param>
/// <param name="Language">ISO 639-1 code of the person's language.</param>
public sealed record AuthenticatedPerson(Guid UserId, string Name, string Email, string Language);
