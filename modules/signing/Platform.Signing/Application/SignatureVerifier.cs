using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Platform.Kernel;

namespace Platform.Signing;

internal sealed class SignatureVerifier(DemonstrationAuthority demonstration) : ISignatureVerifier
{
    private static readonly HashSet<string> Digests = [NistObjectIdentifiers.IdSha256.Id, NistObjectIdentifiers.IdSha384.Id, NistObjectIdentifiers.IdSha512.Id];

    public async Task<SignatureReport> VerifyAsync(Stream content, byte[] signature, CancellationToken cancellationToken = default)
    {
        var hashed = new HashedContent(content);
        var (signed, signer, certificate) = Read(hashed, signature);
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetEncoded());
        var isIntact = IsIntact(signer, certificate);
        var claimed = signer.SignedAttributes?[CmsAttributes.SigningTime]?.AttrValues[0] is { } time ? Time.GetInstance(time).ToDateTime() : (DateTime?)null;
        var stamp = SignatureStamp.Of(signer);
        var at = stamp is { IsIntact: true } ? stamp.At : claimed;
        using var authority = await demonstration.FindAsync(cancellationToken);
        return new SignatureReport(
            isIntact, hashed.Hash(), shown.Subject, shown.Issuer, shown.SerialNumber, SigningCertificate.ThumbprintOf(shown), claimed, stamp?.At, stamp?.Authority,
            stamp?.IsIntact, Names(signer, shown), at >= shown.NotBefore.ToUniversalTime() && at < shown.NotAfter.ToUniversalTime(),
            CertificateChains.TrustOf(shown, [.. signed.GetCertificates().EnumerateMatches(null).Select(c => X509CertificateLoader.LoadCertificate(c.GetEncoded()))], authority, at));
    }

    private static (CmsSignedData Signed, SignerInformation Signer, Org.BouncyCastle.X509.X509Certificate Certificate) Read(HashedContent content, byte[] signature)
    {
        try
        {
            var signed = new CmsSignedData(content, Der(signature));
            if (signed.GetSignerInfos().GetSigners() is [var signer] && signed.SignedData.EncapContentInfo.Content is null && Digests.Contains(signer.DigestAlgorithmID.Algorithm.Id)
                && signed.GetCertificates().EnumerateMatches(signer.SignerID).FirstOrDefault() is { } certificate)
                return (signed, signer, certificate);
        }
        catch (Exception e) when (e is CmsException or IOException or ArgumentException or InvalidCastException or FormatException or InvalidOperationException)
        {
            throw new BusinessException(SigningErrorCodes.SignatureUnreadable, e);
        }

        throw new BusinessException(SigningErrorCodes.SignatureUnreadable);
    }

    private static byte[] Der(byte[] signature)
    {
        if (signature.Length == 0 || signature[0] != (byte)'-')
            return signature;
        var text = Encoding.ASCII.GetString(signature);
        return PemEncoding.TryFind(text, out var found) ? Convert.FromBase64String(text[found.Base64Data]) : signature;
    }

    // Also false where the digest of the content differs from the one that was signed.
    private static bool IsIntact(SignerInformation signer, Org.BouncyCastle.X509.X509Certificate certificate)
    {
        try
        {
            return signer.Verify(certificate.GetPublicKey());
        }
        catch (CmsException)
        {
            return false;
        }
    }

    private static bool Names(SignerInformation signer, X509Certificate2 certificate) =>
        signer.SignedAttributes?[PkcsObjectIdentifiers.IdAASigningCertificateV2]?.AttrValues[0] is { } value
        && SigningCertificateV2.GetInstance(value).GetCerts() is [var first, ..]
        && first.HashAlgorithm.Algorithm.Id == NistObjectIdentifiers.IdSha256.Id
        && first.GetCertHash().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData));
}
