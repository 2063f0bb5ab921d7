using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Checks second factors. Each attempt is counted before the code is looked at, as passwords are; a code of the app is accepted once,
/// on whatever host, one step of 30 seconds early or late; a recovery code once. Every attempt is in the audit trail. Each method
/// commits by itself and is to be called before the caller's first write.
/// </summary>
public interface ISecondFactorService : IScopedDependency
{
    /// <summary>Whether signing in asks this person for a second factor.</summary>
    Task<bool> IsRequiredAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>What the person can prove a second factor with.</summary>
    Task<FactorMeans> GetMeansAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>The person whose password was accepted a moment ago, if still active.</summary>
    Task<AuthenticatedPerson?> FindPersonAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Whether it is a code of the person's app, or a recovery code.</summary>
    /// <exception cref="BusinessException">Vault:Sealed: codes of the app cannot be checked now; recovery codes can.</exception>
    Task<bool> VerifyAsync(Guid userId, string code, CancellationToken cancellationToken = default);

    /// <summary>Proves the signed-in person anew: by a code where a second factor is asked for at sign-in, else by the password.</summary>
    Task<bool> ProveAsync(string proof, CancellationToken cancellationToken = default);
}

/// <summary>What a person has set up; with either, recovery codes are accepted too.</summary>
/// <param name="App">An authenticator app.</param>
/// <param name="Passkey">A passkey: see <see cref="IPasskeyService"/>.</param>
public sealed record FactorMeans(bool App, bool Passkey)
{
    /// <summary>A second factor is set up.</summary>
    public bool Any => App || Passkey;
}
