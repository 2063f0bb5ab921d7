using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Keeps what a module needs to keep secret and no person has consented to: the password of a server, a client secret, an
/// authenticator key. Sealed as consents are and bound to company, person, owner and name; outside a company it is the
/// installation's. While the vault is sealed nothing opens (<c>Vault:Sealed</c>).
/// </summary>
public interface ISecretStore : IScopedDependency
{
    /// <summary>
    /// Keeps it in the caller's unit of work, in place of what was there: the former one's keys are destroyed after the commit, in
    /// backups too. The buffer is zeroed and disposed.
    /// </summary>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    /// <exception cref="InputException">An owner or name that is empty or too long.</exception>
    Task SetAsync(SecretName name, SecretBuffer secret, CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands the secret to <paramref name="work"/> and zeroes it afterwards. The use is on record before, in a transaction of its
    /// own: to be called before the caller's first write (<see cref="InvalidOperationException"/> otherwise).
    /// </summary>
    /// <exception cref="BusinessException">Vault:SecretMissing, or why it does not open: one of <see cref="VaultErrorCodes"/>.</exception>
    Task<T> UseAsync<T>(SecretName name, Func<SecretBuffer, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>What is known of it, or null when there is none. Never the content.</summary>
    Task<SecretInfo?> FindAsync(SecretName name, CancellationToken cancellationToken = default);

    /// <summary>Forgets it in the caller's unit of work; its keys are destroyed after the commit. False when there was none.</summary>
    Task<bool> RemoveAsync(SecretName name, CancellationToken cancellationToken = default);
}

/// <summary>Which secret, in the current company or, without one, of the installation.</summary>
/// <param name="Owner">The module that keeps it: "mail". 1 to 60 characters.</param>
/// <param name="Name">Its own name for it: "smtp-password". 1 to 140 characters.</param>
/// <param name="UserId">Whose it is, where it belongs to a person.</param>
public sealed record SecretName(string Owner, string Name, Guid? UserId = null);

/// <summary>What may be shown of a kept secret.</summary>
/// <param name="SetAt">UTC.</param>
/// <param name="SetBy">Name at that time; null for the system itself.</param>
/// <param name="LastUsedAt">UTC; null when never used.</param>
public sealed record SecretInfo(DateTime SetAt, string? SetBy, DateTime? LastUsedAt);
