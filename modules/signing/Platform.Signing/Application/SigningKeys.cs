using System.Security.Cryptography.X509Certificates;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Signing;

/// <summary>Private keys, as consents of their owners: each use asks for a fresh second factor and is on record.</summary>
internal sealed class SigningKeys(IConsentVault vault) : IConsentConnector
{
    private const string Provider = "signing";
    private const string Purpose = "sign";
    private const int LabelLength = 140;

    public string Name => Provider;

    public string TextKey => "Signing.Connector.Name";

    public string? ConnectPath => "signing";

    // Nobody outside has it.
    public Task RevokeAtProviderAsync(ConsentUse consent, SecretBuffer secret, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Guid> KeepAsync(KeyedCertificate keyed, CancellationToken cancellationToken)
    {
        var name = keyed.Certificate.GetNameInfo(X509NameType.SimpleName, false);
        return vault.GrantAsync(
            new NewConsent(
                Provider, SigningCertificate.ThumbprintOf(keyed.Certificate), name.Length > LabelLength ? name[..LabelLength] : name, Purpose,
                keyed.Certificate.NotAfter.ToUniversalTime(), NeedsFreshFactor: true),
            keyed.ExportKey(), cancellationToken);
    }

    public Task<T> UseAsync<T>(SigningCertificate certificate, Func<SecretBuffer, T> work, CancellationToken cancellationToken) => vault.UseAsync(
        new ConsentUse(certificate.ConsentId, Provider, certificate.Thumbprint, Purpose), (secret, _) => Task.FromResult(work(secret)), cancellationToken);
}
