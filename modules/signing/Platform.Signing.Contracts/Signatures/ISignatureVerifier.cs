using Platform.Kernel;

namespace Platform.Signing;

/// <summary>Says what a detached CMS signature is worth. For anybody: knows no company.</summary>
public interface ISignatureVerifier : IScopedDependency
{
    /// <summary>Reads the content once, at constant memory. Whether certificates were revoked is not asked.</summary>
    /// <param name="content">The bytes that are said to be signed, from the start.</param>
    /// <param name="signature">CMS, DER or PEM, at most 1 MiB.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="BusinessException">Signing:SignatureUnreadable.</exception>
    Task<SignatureReport> VerifyAsync(Stream content, byte[] signature, CancellationToken cancellationToken = default);
}

/// <summary>Whose word stands behind a certificate.</summary>
public enum CertificateTrust
{
    /// <summary>Nobody's whom the installation knows.</summary>
    Unknown,

    /// <summary>The installation's own demonstration authority: proves nothing to others.</summary>
    Demonstration,

    /// <summary>An authority that the host's operating system trusts.</summary>
    Trusted,
}

/// <summary>What a signature is worth.</summary>
/// <param name="IsIntact">The bytes are exactly those that were signed with the certificate's key.</param>
/// <param name="Sha256">Of the bytes that were given, lower-case hexadecimal.</param>
/// <param name="Subject">Of the certificate (RFC 4514).</param>
/// <param name="Issuer">Of the certificate (RFC 4514).</param>
/// <param name="SerialNumber">Hexadecimal.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="ClaimedAt">UTC, as the signer's clock said; null where it says nothing.</param>
/// <param name="StampedAt">UTC, by a time-stamp authority; null without a stamp.</param>
/// <param name="StampAuthority">Subject of the authority's certificate.</param>
/// <param name="IsStampIntact">The stamp is for exactly this signature; null without one.</param>
/// <param name="NamesCertificate">It binds its certificate by signing-certificate-v2 (CAdES).</param>
/// <param name="WasInTime">The certificate was valid at the stamped or else the claimed time.</param>
/// <param name="Trust">Whose word stands behind the certificate.</param>
public sealed record SignatureReport(
    bool IsIntact, string Sha256, string Subject, string Issuer, string SerialNumber, string Thumbprint, DateTime? ClaimedAt, DateTime? StampedAt,
    string? StampAuthority, bool? IsStampIntact, bool NamesCertificate, bool WasInTime, CertificateTrust Trust);
