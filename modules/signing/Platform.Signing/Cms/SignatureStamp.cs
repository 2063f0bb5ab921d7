using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;

namespace Platform.Signing;

/// <summary>The time stamp on a signature, read and checked.</summary>
/// <param name="At">UTC, by the authority.</param>
/// <param name="Authority">Subject of its certificate; null where it did not send it.</param>
/// <param name="IsIntact">Made by that certificate, which is for time stamps, for exactly this signature.</param>
internal sealed record SignatureStamp(DateTime At, string? Authority, bool IsIntact)
{
    /// <summary>Null where the signature bears none that can be read.</summary>
    public static SignatureStamp? Of(SignerInformation signer)
    {
        if (signer.UnsignedAttributes?[PkcsObjectIdentifiers.IdAASignatureTimeStampToken]?.AttrValues[0] is not { } value)
            return null;
        try
        {
            var token = new TimeStampToken(Org.BouncyCastle.Asn1.Cms.ContentInfo.GetInstance(value));
            var certificate = token.GetCertificates().EnumerateMatches(token.SignerID).FirstOrDefault();
            return new SignatureStamp(token.TimeStampInfo.GenTime, certificate?.SubjectDN.ToString(), certificate is not null && IsFor(token, certificate, signer));
        }
        catch (Exception e) when (e is TspException or CmsException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsFor(TimeStampToken token, Org.BouncyCastle.X509.X509Certificate certificate, SignerInformation signer)
    {
        try
        {
            token.Validate(certificate);
        }
        catch (Exception e) when (e is TspException or CmsException or GeneralSecurityException)
        {
            return false;
        }

        var digest = DigestUtilities.CalculateDigest(token.TimeStampInfo.MessageImprintAlgOid, signer.GetSignature());
        return digest.AsSpan().SequenceEqual(token.TimeStampInfo.GetMessageImprintDigest());
    }
}
