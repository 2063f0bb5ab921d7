using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Signing;

/// <summary>A certificate with its private key and those of its issuers that came with it.</summary>
internal sealed class KeyedCertificate(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers) : IDisposable
{
    private const int LeastRsaBits = 2048;
    private const int LeastCurveBits = 256;

    public X509Certificate2 Certificate => certificate;

    public IReadOnlyList<X509Certificate2> Issuers => issuers;

    /// <summary>Reads a PKCS#12 file whose one private key belongs to one of its certificates.</summary>
    /// <exception cref="InputException">Signing:Pkcs12Unreadable, Signing:KeyMissing.</exception>
    public static KeyedCertificate Read(byte[] pkcs12, string? password)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(pkcs12, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
        }
        catch (CryptographicException)
        {
            throw new InputException(new FieldError("file", SigningErrorCodes.Pkcs12Unreadable));
        }

        return all.Where(c => c.HasPrivateKey).ToList() is [var one]
            ? new KeyedCertificate(one, [.. all.Where(c => !c.HasPrivateKey)])
            : throw new InputException(new FieldError("file", SigningErrorCodes.KeyMissing));
    }

    /// <exception cref="InputException">Signing:KeyWeak, Signing:CertificateExpired, Signing:CertificateUsage.</exception>
    public KeyedCertificate Require(DateTime now)
    {
        if (!IsStrong())
            throw new InputException(new FieldError("file", SigningErrorCodes.KeyWeak));
        if (now < certificate.NotBefore.ToUniversalTime() || now >= certificate.NotAfter.ToUniversalTime())
            throw new InputException(new FieldError("file", SigningErrorCodes.CertificateExpired, $"{certificate.NotBefore:d}–{certificate.NotAfter:d}"));
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
            && (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == 0)
            throw new InputException(new FieldError("file", SigningErrorCodes.CertificateUsage));
        return this;
    }

    /// <summary>The private key, PKCS#8 (RFC 5958).</summary>
    public SecretBuffer ExportKey()
    {
        using var key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        return SecretBuffer.Take(key.ExportPkcs8PrivateKey());
    }

    public void Dispose()
    {
        certificate.Dispose();
        foreach (var issuer in issuers)
            issuer.Dispose();
    }

    private bool IsStrong()
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= LeastRsaBits || curve?.KeySize >= LeastCurveBits;
    }
}
