using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The authenticator app of the signed-in person (RFC 6238: SHA-1, 6 digits, 30 seconds) and its recovery codes. The key is kept by
/// the vault; where the installation has none, nobody can set one up. Not with a limited API token.
/// </summary>
public interface ISecondFactorAppService : IApplicationService
{
    /// <summary>What is set up.</summary>
    Task<SecondFactorDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a key that counts once it is confirmed; asked again before that, another one takes its place.</summary>
    /// <param name="password">The person's: whoever finds a session open must not lock its person out. Counted as a sign-in when wrong.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">Password: Identity:PasswordWrong.</exception>
    /// <exception cref="FreshProofRequiredException">The person has a passkey and proved no second factor in this session lately.</exception>
    /// <exception cref="BusinessException">Identity:SecondFactorSetUp when one is confirmed already; Vault:Sealed.</exception>
    Task BeginAsync(string password, CancellationToken cancellationToken = default);

    /// <summary>The key to enter or to scan, only until it is confirmed.</summary>
    /// <exception cref="EntityNotFoundException">No key waits for its confirmation.</exception>
    Task<AuthenticatorSetupDto> GetSetupAsync(CancellationToken cancellationToken = default);

    /// <summary>From now on signing in asks for a code. Ends the person's other sessions.</summary>
    /// <returns>Recovery codes in place of any former ones, told only here.</returns>
    /// <exception cref="InputException">Code: Identity:CodeWrong.</exception>
    Task<IReadOnlyList<string>> ConfirmAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>Replaces all recovery codes.</summary>
    /// <exception cref="InputException">Code: Identity:CodeWrong.</exception>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the app away; without a passkey, signing in asks for the password alone again and the recovery codes go. Ends the person's
    /// other sessions.
    /// </summary>
    /// <exception cref="EntityNotFoundException">None is confirmed.</exception>
    /// <exception cref="InputException">Code: Identity:CodeWrong.</exception>
    Task DisableAsync(string code, CancellationToken cancellationToken = default);
}

/// <summary>A person's second factor.</summary>
/// <param name="IsAvailable">The installation can keep keys.</param>
/// <param name="EnabledAt">UTC; null when none is confirmed.</param>
/// <param name="IsPending">A key waits for its confirmation.</param>
/// <param name="RecoveryCodesLeft">Not used yet.</param>
public sealed record SecondFactorDto(bool IsAvailable, DateTime? EnabledAt, bool IsPending, int RecoveryCodesLeft);

/// <summary>What an authenticator app needs.</summary>
/// <param name="Key">Base32 (RFC 4648), in groups of four.</param>
/// <param name="Uri">The same as otpauth address, for a QR code.</param>
public sealed record AuthenticatorSetupDto(string Key, string Uri)
{
    /// <summary>Never the key.</summary>
    public override string ToString() => "***";
}
