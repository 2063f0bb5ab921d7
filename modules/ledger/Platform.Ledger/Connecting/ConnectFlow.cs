using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

/// <summary>The authorization code flow with PKCE: from the company's page to the accounting package and back into the vault.</summary>
internal sealed class ConnectFlow(
    OAuthDiscovery discovery, OAuthClient oauth, IdTokenCheck check, ConnectStates states, IOptions<LedgerOptions> options, IConfiguration configuration,
    ITenantStore companies, ICurrentTenant tenant, IPermissionChecker permissions, IConsentVault vault) : IScopedDependency
{
    private string RedirectUri => configuration["App:BaseUrl"] is { Length: > 0 } root
        ? $"{root.TrimEnd('/')}/ledger/callback"
        : throw new InvalidOperationException("App:BaseUrl is not configured: the accounting package needs the public address of this host.");

    /// <summary>Where to send the person.</summary>
    /// <param name="company">Its segment in URLs.</param>
    /// <param name="browser">The value of a cookie of this browser.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">Ledger:NotConfigured, Ledger:Unavailable, Ledger:WrongIssuer, Ledger:AnswerInvalid.</exception>
    public async Task<string> BeginAsync(string company, string browser, CancellationToken cancellationToken)
    {
        var server = await discovery.GetAsync(cancellationToken);
        var state = states.Begin(company, browser);
        return QueryHelpers.AddQueryString(server.Authorization.AbsoluteUri, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = options.Value.ClientId,
            ["redirect_uri"] = RedirectUri,
            ["scope"] = options.Value.Scopes,
            // Without it a server leaves offline access out (OpenID Connect Core, 11).
            ["prompt"] = "consent",
            ["state"] = states.Protect(state),
            ["nonce"] = state.Nonce,
            ["code_challenge"] = ConnectStates.HashOf(state.Verifier),
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Keeps what the person allowed, in the company where it was begun.</summary>
    /// <returns>The account, as the person recognises it.</returns>
    /// <exception cref="EntityNotFoundException">The person is no longer a member of the company.</exception>
    /// <exception cref="BusinessException">One of <see cref="LedgerErrorCodes"/>, or Vault:Sealed.</exception>
    public async Task<string> FinishAsync(ConnectState state, AuthorizationResponse response, CancellationToken cancellationToken)
    {
        var server = await discovery.GetAsync(cancellationToken);
        if (response.Issuer is null ? server.NamesItself : response.Issuer != server.Issuer)
            throw new BusinessException(LedgerErrorCodes.WrongIssuer);
        if (response.Error is not null || response.Code is null)
            throw new BusinessException(LedgerErrorCodes.Declined);
        using var inCompany = tenant.Change(await CompanyAsync(state, cancellationToken));
        await permissions.CheckAsync(LedgerPermissions.Connect, cancellationToken);
        using var tokens = await oauth.ExchangeAsync(response.Code, state.Verifier, RedirectUri, cancellationToken);
        var account = await AccountAsync(server, state, tokens, cancellationToken);
        var consent = new NewConsent(LedgerConnector.Provider, account.Id, account.Name, LedgerConnector.Purpose);
        await vault.GrantAsync(consent, tokens.ToSecret(), cancellationToken);
        return account.Name;
    }

    private async Task<TenantInfo> CompanyAsync(ConnectState state, CancellationToken cancellationToken) =>
        await companies.FindBySlugAsync(state.Company, cancellationToken) is { } company
            && await companies.IsMemberAsync(state.UserId, company.Id, cancellationToken)
            ? company
            : throw new EntityNotFoundException();

    private async Task<LedgerAccount> AccountAsync(OAuthServer server, ConnectState state, TokenSet tokens, CancellationToken cancellationToken)
    {
        // Unlike the others it opens nothing, so it may stand in a string.
        var subject = await check.CheckAsync(server, Encoding.ASCII.GetString(tokens.Id), state.Nonce, cancellationToken);
        var account = await oauth.GetAccountAsync(tokens, cancellationToken);
        return account.Id == subject ? account : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
    }
}
