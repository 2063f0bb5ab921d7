using Platform.Kernel;

namespace Platform.Signing;

/// <summary>
/// Signs exact bytes for the current person: CMS (RFC 5652), detached, with the signing-certificate-v2 attribute (CAdES-B, ETSI EN 319 122-1)
/// and, where a time-stamp authority is configured, its stamp on the signature (CAdES-T, RFC 3161). Checks no permission: the calling
/// application service has checked its own.
/// </summary>
public interface IDocumentSigner : IScopedDependency
{
    /// <summary>Reads the content once, from where it stands to its end, at constant memory. To be called before the caller's first write.</summary>
    /// <exception cref="EntityNotFoundException">Not a certificate of the person in this company.</exception>
    /// <exception cref="BusinessException">
    /// Signing:CertificateExpired, Signing:TimeStampFailed, or why the vault does not open the key: Vault:FreshFactorRequired, Vault:ConsentRevoked.
    /// </exception>
    Task<DocumentSignature> SignAsync(Guid certificateId, Stream content, CancellationToken cancellationToken = default);
}

/// <summary>A signature and what it says.</summary>
/// <param name="Cms">DER: what <c>openssl cms -verify -cades</c> takes beside the content.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
/// <param name="At">UTC, as claimed by the host's clock.</param>
/// <param name="Subject">Of the certificate (RFC 4514).</param>
/// <param name="Thumbprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="StampedAt">UTC, by the time-stamp authority; null without one.</param>
public sealed record DocumentSignature(byte[] Cms, string Sha256, DateTime At, string Subject, string Thumbprint, DateTime? StampedAt);
