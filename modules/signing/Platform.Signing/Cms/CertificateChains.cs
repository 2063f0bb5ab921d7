using System.Security.Cryptography.X509Certificates;

namespace Platform.Signing;

/// <summary>Whose word stands behind a certificate. Whether it was revoked is not asked: the answer would come from outside.</summary>
internal static class CertificateChains
{
    public static CertificateTrust TrustOf(X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2? demonstration, DateTime? at)
    {
        if (demonstration is not null && Builds(certificate, others, demonstration, at))
            return CertificateTrust.Demonstration;
        return Builds(certificate, others, null, at) ? CertificateTrust.Trusted : CertificateTrust.Unknown;
    }

    private static bool Builds(X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2? root, DateTime? at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(others);
        if (root is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(root);
        }

        if (at is { } time)
            chain.ChainPolicy.VerificationTime = time;
        return chain.Build(certificate);
    }
}
