using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using CmsAttribute = Org.BouncyCastle.Asn1.Cms.Attribute;

namespace Platform.Signing;

/// <summary>Makes detached CMS signatures that name their certificate (CAdES-B).</summary>
internal static class DetachedSignature
{
    public static CmsSignedData Make(HashedContent content, IReadOnlyList<X509Certificate2> chain, AsymmetricAlgorithm key, DateTime now)
    {
        var certificates = chain.Select(c => new X509CertificateParser().ReadCertificate(c.RawData)).ToList();
        var generator = new CmsSignedDataGenerator { UseDefiniteLength = true };
        generator.AddSignerInfoGenerator(new SignerInfoGeneratorBuilder()
            .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(Attributes(chain[0], now)))
            .Build(new KeySignatureFactory(key), certificates[0]));
        generator.AddCertificates(CollectionUtilities.CreateStore(certificates));
        return generator.Generate(content, encapsulate: false);
    }

    /// <summary>The same with another attribute beside the signature, which it does not cover.</summary>
    public static CmsSignedData WithUnsigned(CmsSignedData signed, SignerInformation signer, DerObjectIdentifier type, Asn1Encodable value)
    {
        var table = new AttributeTable(new Dictionary<DerObjectIdentifier, object> { [type] = new CmsAttribute(type, new DerSet(value)) });
        return CmsSignedData.ReplaceSigners(signed, new SignerInformationStore([SignerInformation.ReplaceUnsignedAttributes(signer, table)]));
    }

    private static AttributeTable Attributes(X509Certificate2 certificate, DateTime now) => new(new Dictionary<DerObjectIdentifier, object>
    {
        [CmsAttributes.SigningTime] = new CmsAttribute(CmsAttributes.SigningTime, new DerSet(new Time(now))),
        [PkcsObjectIdentifiers.IdAASigningCertificateV2] = new CmsAttribute(
            PkcsObjectIdentifiers.IdAASigningCertificateV2, new DerSet(new SigningCertificateV2(new EssCertIDv2(SHA256.HashData(certificate.RawData))))),
    });
}
