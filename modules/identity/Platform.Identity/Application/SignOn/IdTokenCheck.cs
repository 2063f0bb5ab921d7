using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7): everything, whatever the transport.</summary>
internal sealed class IdTokenCheck(SignOnMetadata discovery, TimeProvider clock) : ISingletonDependency
{
    private const int LongestName = 120;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private static readonly string[] Factors = ["mfa", "otp", "hwk", "sc"];
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Who signed in there; or null, with the first rule that is broken.</summary>
    public async Task<(ProviderAccount? Account, string? Broken)> CheckAsync(
        SignOnProvider provider, OpenIdConnectConfiguration metadata, ProviderTokens tokens, string nonce, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(tokens.Id, Rules(provider, metadata));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await _handler.ValidateTokenAsync(tokens.Id, Rules(provider, await discovery.RenewAsync(provider.Issuer, cancellationToken)));
        if (!result.IsValid)
            return (null, NameOf(result.Exception));
        var token = (JsonWebToken)result.SecurityToken;
        var broken = Broken(token, provider.ClientId, nonce, tokens.Access);
        return broken is null ? (AccountOf(token), null) : (null, broken);
    }

    private TokenValidationParameters Rules(SignOnProvider provider, OpenIdConnectConfiguration metadata) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = provider.ClientId,
        ValidAlgorithms = SignOnMetadataCheck.Algorithms,
        IssuerSigningKeys = metadata.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => notBefore is not { } from || from <= Now + Skew ? expires > Now - Skew : false,
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string? Broken(JsonWebToken token, string clientId, string nonce, string? accessToken) => token switch
    {
        _ when Text(token, "nonce") != nonce => "Nonce",
        // Issued for another client and passed on.
        _ when token.Audiences.Skip(1).Any() && Text(token, "azp") is null => "AuthorizedParty",
        _ when Text(token, "azp") is { } party && party != clientId => "AuthorizedParty",
        _ when token.IssuedAt == DateTime.MinValue || token.IssuedAt > Now + Skew || token.IssuedAt < Now - Oldest => "IssuedAt",
        _ when token.Subject is not { Length: > 0 and <= SignOnLink.SubjectLength } subject || !subject.All(char.IsAscii) || subject.Any(char.IsControl) => "Subject",
        _ when Text(token, "at_hash") is { } hash && (accessToken is null || hash != AccessHash(token.Alg, accessToken)) => "AccessTokenHash",
        _ => null,
    };

    // The left half, by the hash of the signature's algorithm.
    private static string AccessHash(string algorithm, string accessToken)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(bytes), "512" => SHA512.HashData(bytes), _ => SHA256.HashData(bytes) };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static ProviderAccount AccountOf(JsonWebToken token)
    {
        var name = Text(token, "preferred_username") ?? Text(token, "email") ?? Text(token, "name") ?? token.Subject;
        var shown = new string([.. name.Where(c => !char.IsControl(c)).Take(LongestName)]);
        return new ProviderAccount(token.Issuer, token.Subject, shown, token.Claims.Any(c => c.Type == "amr" && Factors.Contains(c.Value)));
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;

    private static string NameOf(Exception? refusal) => refusal switch
    {
        SecurityTokenInvalidIssuerException => "Issuer",
        SecurityTokenInvalidAudienceException => "Audience",
        SecurityTokenInvalidAlgorithmException => "Algorithm",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException => "Lifetime",
        SecurityTokenInvalidSignatureException => "Signature",
        _ => "Unreadable",
    };
}

/// <summary>An account at a provider, whose ID token holds.</summary>
/// <param name="Issuer">"iss".</param>
/// <param name="Subject">"sub": with the issuer, the only name of the account that counts.</param>
/// <param name="Name">What its person calls it; to be shown, never to be compared.</param>
/// <param name="HasProvenFactors">"amr" speaks of more than a password.</param>
internal sealed record ProviderAccount(string Issuer, string Subject, string Name, bool HasProvenFactors);
