using System.Security.Cryptography.X509Certificates;
using Platform.Kernel;

namespace Platform.Signing;

[HostWide("One demonstration authority serves all companies; its key is the installation's secret.")]
internal sealed class SigningAuthority
{
    public const string Demonstration = "demonstration";

    public SigningAuthority(X509Certificate2 certificate) => Certificate = certificate.ExportCertificatePem();

    private SigningAuthority()
    {
    }

    /// <summary>There is one.</summary>
    public string Name { get; private set; } = Demonstration;

    /// <summary>PEM.</summary>
    public string Certificate { get; private set; } = "";
}
