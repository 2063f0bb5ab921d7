using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Signatures on bank files (SEP-09): whoever signs does so with an own certificate, after a fresh second factor, the exact bytes that were
/// approved and that the bank gets. Nobody signs what they prepared.
/// </summary>
public interface IRemittanceSigningAppService : IApplicationService
{
    /// <summary>Who signed the file, in order. Needs <see cref="SepaPermissions.Remittances.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<IReadOnlyList<RemittanceSignatureDto>> GetListAsync(Guid remittanceId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Signs the file with one of one's own certificates. Needs <see cref="SepaPermissions.Remittances.Sign"/> as one's own right, for the
    /// account and the amount.
    /// </summary>
    /// <exception cref="BusinessException">
    /// Sepa:RemittanceNotApproved, Sepa:RemittanceChanged (another file than the one that was seen), Sepa:FourEyes, Sepa:SignedTwice,
    /// Sepa:SignatureLent, Sepa:SignedTooLate, Sepa:AmountAboveLimit, Sepa:FileAltered, or why the key does not open (Vault:FreshFactorRequired).
    /// </exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<RemittanceSignatureDto> SignAsync(Guid remittanceId, SignRemittanceDto input, CancellationToken cancellationToken = default);

    /// <summary>A signature as a file of its own: CMS, detached, DER. Needs <see cref="SepaPermissions.Remittances.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">As above, or no such signature.</exception>
    Task<SignatureDownload> DownloadAsync(Guid remittanceId, Guid signatureId, CancellationToken cancellationToken = default);
}

/// <summary>What is to be signed, and with what.</summary>
/// <param name="CertificateId">One of one's own (signing certificates).</param>
/// <param name="Sha256">Of the file that was seen, lower-case hexadecimal.</param>
public sealed record SignRemittanceDto(Guid CertificateId, string Sha256);

/// <summary>A signature on a bank file.</summary>
/// <param name="Id">Key.</param>
/// <param name="UserId">Who signed.</param>
/// <param name="Name">Name at that time.</param>
/// <param name="At">UTC, by this installation's clock.</param>
/// <param name="StampedAt">UTC, by a time-stamp authority (RFC 3161); null where none is configured.</param>
/// <param name="Subject">Of the certificate (RFC 4514).</param>
/// <param name="Thumbprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="Sha256">Of the signed bytes, lower-case hexadecimal.</param>
public sealed record RemittanceSignatureDto(
    Guid Id, Guid UserId, string? Name, DateTime At, DateTime? StampedAt, string Subject, string Thumbprint, string Sha256);

/// <summary>A signature as a file.</summary>
/// <param name="FileName">Of the bank file with ".p7s", numbered from the second signature on.</param>
/// <param name="Content">CMS (RFC 5652), detached, DER.</param>
public sealed record SignatureDownload(string FileName, byte[] Content);
