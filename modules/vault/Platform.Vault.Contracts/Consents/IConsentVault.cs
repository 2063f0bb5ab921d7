using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Where connectors leave what a person entrusted to them, and the only way by which it is ever used again. A secret opens for the
/// person who gave it, in the company, for the provider, account and purpose it was given for; every use and every refusal stands in
/// the audit trail before the secret is handed out.
/// </summary>
/// <remarks>
/// Each call works in a transaction of its own and must be made before the caller's first write
/// (<see cref="InvalidOperationException"/> otherwise): a use is on record even where the caller's work fails later.
/// </remarks>
public interface IConsentVault : IScopedDependency
{
    /// <summary>Keeps a secret for the current person and company. The buffer is zeroed and disposed.</summary>
    /// <returns>The consent's id.</returns>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    Task<Guid> GrantAsync(NewConsent consent, SecretBuffer secret, CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands the secret to <paramref name="work"/> and zeroes it afterwards. What the work returns must not contain it.
    /// </summary>
    /// <exception cref="EntityNotFoundException">No such consent in this company.</exception>
    /// <exception cref="BusinessException">Refused: one of the codes of <see cref="VaultErrorCodes"/>.</exception>
    Task<T> UseAsync<T>(ConsentUse use, Func<SecretBuffer, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>
    /// Uses the secret under a lease that only one host holds, and keeps what <paramref name="renew"/> returns in its place; null
    /// keeps the old one. The lease lasts 30 seconds: let <paramref name="renew"/> take less. Whoever waited for the lease gets the secret as it is then, and decides anew.
    /// </summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="BusinessException">As above; Vault:LeaseTaken when the lease was not free within its time.</exception>
    Task RenewAsync(ConsentUse use, Func<SecretBuffer, CancellationToken, Task<SecretBuffer?>> renew, CancellationToken cancellationToken = default);
}

/// <summary>What a person entrusts.</summary>
/// <param name="Provider">Name of the connector, also a key of its text: "oauth-ledger". 1 to 60 characters.</param>
/// <param name="Account">The provider's account, as later uses name it. 1 to 140 characters.</param>
/// <param name="Label">How the person recognises it. At most 140 characters.</param>
/// <param name="Purpose">What the secret may be used for, one word of the connector: "bookkeeping". 1 to 60 characters.</param>
/// <param name="ValidUntil">UTC; null where only a revocation ends it.</param>
/// <param name="NeedsFreshFactor">Each use asks for a second factor proven in the last minutes.</param>
public sealed record NewConsent(
    string Provider, string Account, string Label, string Purpose, DateTime? ValidUntil = null, bool NeedsFreshFactor = false);

/// <summary>Which secret, as whoever asks knows it: all four must be those of the consent.</summary>
/// <param name="ConsentId">From <see cref="IConsentVault.GrantAsync"/>.</param>
/// <param name="Provider">As granted.</param>
/// <param name="Account">As granted.</param>
/// <param name="Purpose">As granted.</param>
public sealed record ConsentUse(Guid ConsentId, string Provider, string Account, string Purpose);

/// <summary>Whether the current person proved a second factor lately. Without an implementation nobody has.</summary>
public interface IFreshFactor : IScopedDependency
{
    /// <summary>True when a second factor was proven in this session within the time that the company's settings allow.</summary>
    Task<bool> IsFreshAsync(CancellationToken cancellationToken = default);
}
