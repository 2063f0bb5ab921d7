namespace Platform.Vault.Tests;

/// <summary>A connector as modules bring them.</summary>
internal sealed class TestLedger : IConsentConnector
{
    public string Name => Consents.Provider;

    public string TextKey => "Vault.Entity.Vault";

    public string? ConnectPath => "ledger/connect";

    public Task RevokeAtProviderAsync(ConsentUse consent, SecretBuffer secret, CancellationToken cancellationToken) => Task.CompletedTask;
}
