using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Identity;

/// <summary>What a provider must say of itself before anybody is sent there.</summary>
internal static class SignOnMetadataCheck
{
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
        if (ClientSecret(metadata) is null)
            yield return Finding("Client", string.Join(' ', metadata.TokenEndpointAuthMethodsSupported));
    }

    /// <summary>How the client's secret is sent; null where the provider takes none.</summary>
    public static string? ClientSecret(OpenIdConnectConfiguration metadata) => metadata.TokenEndpointAuthMethodsSupported switch
    {
        { Count: 0 } => "client_secret_basic",
        var methods when methods.Contains("client_secret_basic") => "client_secret_basic",
        var methods when methods.Contains("client_secret_post") => "client_secret_post",
        _ => null,
    };

    private static SignOnFindingDto Finding(string what, string? found) => new(Prefix + what, found is { Length: > 0 } ? found[..Math.Min(found.Length, 200)] : null);
}
