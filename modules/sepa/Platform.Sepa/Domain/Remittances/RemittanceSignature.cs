using Platform.Kernel;
using Platform.Signing;

namespace Platform.Sepa;

[Retained(120, "Sepa.Retained.Payments")]
[AppendOnly]
internal sealed class RemittanceSignature : SepaEntity
{
    public const int SubjectLength = 1000;

    public RemittanceSignature(Guid remittanceId, Actor signer, DocumentSignature signature)
    {
        (RemittanceId, UserId, UserName) = (remittanceId, signer.Id, signer.Name);
        (At, StampedAt, FileSha256, Cms) = (signature.At, signature.StampedAt, signature.Sha256, signature.Cms);
        (CertificateSubject, CertificateThumbprint) = (signature.Subject, signature.Thumbprint);
    }

    private RemittanceSignature()
    {
    }

    public Guid RemittanceId { get; private set; }

    public Guid UserId { get; private set; }

    public string? UserName { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? StampedAt { get; private set; }

    public string CertificateSubject { get; private set; } = "";

    public string CertificateThumbprint { get; private set; } = "";

    public string FileSha256 { get; private set; } = "";

    [DisableAuditing("Long; the hash of what was signed and the certificate's thumbprint name it.")]
    public byte[] Cms { get; private set; } = [];

    public RemittanceSignatureDto ToDto() => new(Id, UserId, UserName, At, StampedAt, CertificateSubject, CertificateThumbprint, FileSha256);
}
