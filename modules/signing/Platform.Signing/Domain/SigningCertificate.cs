using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Kernel;

namespace Platform.Signing;

internal sealed class SigningCertificate : IMultiTenant
{
    public const int NameLength = 1000;
    public const int SerialLength = 80;
    public const int ThumbprintLength = 64;

    public SigningCertificate(Guid userId, Guid consentId, X509Certificate2 certificate, IEnumerable<X509Certificate2> issuers, bool isDemonstration, DateTime now)
    {
        (UserId, ConsentId, IsDemonstration, AddedAt) = (userId, consentId, isDemonstration, now);
        (Subject, Issuer, SerialNumber) = (Cut(certificate.Subject), Cut(certificate.Issuer), certificate.SerialNumber);
        (ValidFrom, ValidUntil) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        Thumbprint = ThumbprintOf(certificate);
        Chain = string.Join('\n', issuers.Prepend(certificate).Select(c => c.ExportCertificatePem()));
    }

    private SigningCertificate()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid UserId { get; private set; }

    /// <summary>Where the vault keeps the private key.</summary>
    public Guid ConsentId { get; private set; }

    public string Subject { get; private set; } = "";

    public string Issuer { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    public string Thumbprint { get; private set; } = "";

    public DateTime ValidFrom { get; private set; }

    public DateTime ValidUntil { get; private set; }

    public bool IsDemonstration { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>The certificate and those of its issuers that came with it, PEM.</summary>
    [DisableAuditing("Public, and long; the thumbprint names it.")]
    public string Chain { get; private set; } = "";

    public static string ThumbprintOf(X509Certificate2 certificate) => Convert.ToHexStringLower(certificate.GetCertHash(HashAlgorithmName.SHA256));

    public bool IsInTime(DateTime now) => ValidFrom <= now && now < ValidUntil;

    private static string Cut(string name) => name.Length > NameLength ? name[..NameLength] : name;
}
