using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Identity;

/// <summary>What a provider must say of itself before anybody is sent there.</summary>
internal static class SignOnMetadataCheck
{
    public const string Basic = "client_secret_basic";
    private const string Post = "client_secret_post";
    private const string Prefix = "SignOn:Finding:";

    /// <summary>Signatures by the provider's own key: "none" proves nothing, and with HS256 the client could sign for itself.</summary>
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static IEnumerable<SignOnFindingDto> Findings(OpenIdConnectConfiguration metadata, string issuer, Func<string?, bool> isSafe)
    {
        if (metadata.Issuer != issuer)
            yield return Finding("Issuer", metadata.Issuer);
        if (!isSafe(metadata.AuthorizationEndpoint))
            yield return Finding("Authorization", metadata.AuthorizationEndpoint);
        if (!isSafe(metadata.TokenEndpoint))
            yield return Finding("Token", metadata.TokenEndpoint);
        if (!isSafe(metadata.JwksUri) || metadata.SigningKeys.Count == 0)
            yield return Finding("Keys", metadata.JwksUri);
        if (!metadata.ResponseTypesSupported.Contains("code"))
            yield return Finding("Code", string.Join(' ', metadata.ResponseTypesSupported));
        if (!metadata.CodeChallengeMethodsSupported.Contains("S256"))
            yield return Finding("Pkce", string.Join(' ', metadata.CodeChallengeMethodsSupported));
        if (metadata.IdTokenSigningAlgValuesSupported.Count > 0 && !metadata.IdTokenSigningAlgValuesSupported.Intersect(Algorithms).Any())
            yield return Finding("Algorithm", string.Join(' ', metadata.IdTokenSigningAlgValuesSupported));
        if (ClientSecretWays(metadata).Count == 0)
            yield return Finding("Client", string.Join(' ', metadata.TokenEndpointAuthMethodsSupported));
    }

    /// <summary>How the client's secret may be sent, the preferred way first; none where the provider takes it in no way we know.</summary>
    public static IReadOnlyList<string> ClientSecretWays(OpenIdConnectConfiguration metadata) => metadata.TokenEndpointAuthMethodsSupported.Count == 0
        ? [Basic]
        : [.. new[] { Basic, Post }.Where(metadata.TokenEndpointAuthMethodsSupported.Contains)];

    private static SignOnFindingDto Finding(string what, string? found) => new(Prefix + what, found is { Length: > 0 } ? found[..Math.Min(found.Length, 200)] : null);
}
