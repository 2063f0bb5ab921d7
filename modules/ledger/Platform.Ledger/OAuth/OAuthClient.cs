using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>The requests of OAuth2 that carry secrets.</summary>
internal sealed class OAuthClient(OAuthDiscovery discovery, LedgerHttp http, IOptions<LedgerOptions> options, TimeProvider clock)
    : ISingletonDependency
{
    /// <exception cref="BusinessException">Ledger:Refused and those of <see cref="OAuthDiscovery"/>.</exception>
    public Task<TokenSet> ExchangeAsync(string code, string verifier, string redirectUri, CancellationToken cancellationToken)
    {
        var form = new SecretForm().Add("grant_type", "authorization_code").Add("code", code)
            .Add("code_verifier", verifier).Add("redirect_uri", redirectUri);
        return TokensAsync(form, LedgerErrorCodes.Refused, cancellationToken);
    }

    /// <exception cref="BusinessException">Ledger:ConnectAgain and as above.</exception>
    public Task<TokenSet> RefreshAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        var form = new SecretForm().Add("grant_type", "refresh_token").Add("refresh_token", tokens.Refresh);
        return TokensAsync(form, LedgerErrorCodes.ConnectAgain, cancellationToken);
    }

    /// <summary>A token that the server does not know counts as revoked (RFC 7009, 2.2).</summary>
    public async Task RevokeAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        var server = await discovery.GetAsync(cancellationToken);
        var address = server.Revocation ?? throw new BusinessException(LedgerErrorCodes.Refused);
        var form = AddClient(new SecretForm().Add("token", tokens.Refresh).Add("token_type_hint", "refresh_token"));
        await http.PostAsync(address, form, (response, _) => Task.FromResult(RequireSuccess(response, LedgerErrorCodes.Refused)), cancellationToken);
    }

    public async Task<LedgerAccount> GetAccountAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        var server = await discovery.GetAsync(cancellationToken);
        return await http.PostAsync(server.UserInfo, new SecretForm().Add("access_token", tokens.Access), ReadAccountAsync, cancellationToken);
    }

    private async Task<TokenSet> TokensAsync(SecretForm form, string refusal, CancellationToken cancellationToken)
    {
        using var sent = form;
        var server = await discovery.GetAsync(cancellationToken);
        return await http.PostAsync(server.Token, AddClient(form), (response, limit) => ReadTokensAsync(response, refusal, limit), cancellationToken);
    }

    private SecretForm AddClient(SecretForm form)
    {
        using var secret = SecretContents.ReadFile(options.Value.ClientSecretFile);
        return form.Add("client_id", options.Value.ClientId).Add("client_secret", secret.Span);
    }

    private async Task<TokenSet> ReadTokensAsync(HttpResponseMessage response, string refusal, CancellationToken cancellationToken)
    {
        RequireSuccess(response, refusal);
        using var json = await response.Content.ReadSecretAsync(cancellationToken);
        return TokenSet.Read(json.Span).Received(clock.GetUtcNow());
    }

    private static async Task<LedgerAccount> ReadAccountAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        RequireSuccess(response, LedgerErrorCodes.Refused);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var claims = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return LedgerAccount.Read(claims.RootElement);
    }

    private static bool RequireSuccess(HttpResponseMessage response, string refusal) => response.StatusCode switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.BadRequest => throw new BusinessException(refusal),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new BusinessException(LedgerErrorCodes.Refused),
        _ => throw new BusinessException(LedgerErrorCodes.Unavailable),
    };
}
