using Microsoft.Extensions.Options;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

internal sealed class LedgerConnector(OAuthClient oauth, IOptions<LedgerOptions> options) : IConsentConnector
{
    public const string Provider = "oauth-ledger";
    public const string Purpose = "bookkeeping";
    public const string Path = "ledger";

    public string Name => Provider;

    public string TextKey => "Ledger.Connector.Name";

    public string? ConnectPath => options.Value.IsConfigured ? Path : null;

    public async Task RevokeAtProviderAsync(ConsentUse consent, SecretBuffer secret, CancellationToken cancellationToken)
    {
        using var tokens = TokenSet.Read(secret.Span);
        await oauth.RevokeAsync(tokens, cancellationToken);
    }

    /// <summary>The consent as uses of this connector name it.</summary>
    public static ConsentUse Use(Guid consentId, string account) => new(consentId, Provider, account, Purpose);
}
