using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>
/// Says for which sign-in the tokens were made (OpenID Connect Core 1.0, 3.1.3.7). The signature is checked too, though the token came from
/// the token endpoint itself: then nothing rests on TLS alone.
/// </summary>
internal sealed class IdTokenCheck(OAuthDiscovery discovery, IOptions<LedgerOptions> options, TimeProvider clock) : ISingletonDependency
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // By the server's own key: "none" proves nothing, and with HS256 the client could sign for itself.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <returns>The subject.</returns>
    /// <exception cref="BusinessException">Ledger:AnswerInvalid: made by or for somebody else, or for another sign-in.</exception>
    public async Task<string> CheckAsync(OAuthServer server, string token, string nonce, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, Rules(server));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await _handler.ValidateTokenAsync(token, Rules(await discovery.RenewAsync(cancellationToken)));
        return result.IsValid && SubjectOf((JsonWebToken)result.SecurityToken, nonce) is { } subject
            ? subject
            : throw new BusinessException(LedgerErrorCodes.AnswerInvalid, result.Exception);
    }

    private TokenValidationParameters Rules(OAuthServer server) => new()
    {
        ValidIssuer = server.Issuer,
        ValidAudience = options.Value.ClientId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = server.Keys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => (notBefore is not { } from || from <= Now + Skew) && expires > Now - Skew,
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string? SubjectOf(JsonWebToken token, string nonce)
    {
        var party = Text(token, "azp");
        var isOurs = Text(token, "nonce") == nonce && (party is null ? token.Audiences.Count() == 1 : party == options.Value.ClientId);
        return isOurs && token.Subject is { Length: > 0 } subject ? subject : null;
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;
}
