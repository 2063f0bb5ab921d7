using Platform.Kernel;

namespace Platform.Signing;

/// <summary>
/// Signing certificates of the current person in the current company. The private key lies in the vault as a consent of its owner: it is
/// used for them alone, minutes after a second factor, and destroyed with the consent. Needs <see cref="SigningPermissions.Certificates"/>.
/// </summary>
public interface ISigningCertificateAppService : IApplicationService
{
    /// <summary>Whether the installation issues demonstration certificates.</summary>
    bool IssuesDemonstration { get; }

    /// <summary>The own ones, newest first.</summary>
    Task<IReadOnlyList<SigningCertificateDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes a certificate with its private key from a PKCS#12 file (RFC 7292).</summary>
    /// <param name="pkcs12">At most 64 KiB.</param>
    /// <param name="password">Of the file.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="InputException">What is wrong with the file, its key or its certificate: <see cref="SigningErrorCodes"/>.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<SigningCertificateDto> UploadAsync(byte[] pkcs12, string? password, CancellationToken cancellationToken = default);

    /// <summary>Has the installation's demonstration authority issue one in the person's name, for a year.</summary>
    /// <exception cref="BusinessException">Signing:NoDemonstration.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<SigningCertificateDto> IssueDemonstrationAsync(CancellationToken cancellationToken = default);

    /// <summary>Destroys the private key. What was signed stays verifiable.</summary>
    /// <exception cref="EntityNotFoundException">Not one of one's own here.</exception>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The demonstration authority's certificate, PEM; null where there is none.</summary>
    Task<string?> GetAuthorityAsync(CancellationToken cancellationToken = default);
}

/// <summary>A signing certificate.</summary>
/// <param name="Id">Key.</param>
/// <param name="Subject">Whose (RFC 4514).</param>
/// <param name="Issuer">By whom (RFC 4514).</param>
/// <param name="SerialNumber">Hexadecimal.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="ValidUntil">UTC.</param>
/// <param name="IsDemonstration">Issued by the installation itself, worth nothing elsewhere.</param>
/// <param name="IsUsable">In its time, its key not destroyed.</param>
public sealed record SigningCertificateDto(
    Guid Id, string Subject, string Issuer, string SerialNumber, string Thumbprint, DateTime ValidFrom, DateTime ValidUntil, bool IsDemonstration, bool IsUsable);
