using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>The discovery document (RFC 8414), of which only this is read.</summary>
internal sealed record OAuthMetadata(
    [property: JsonPropertyName("issuer")] string? Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string? Authorization,
    [property: JsonPropertyName("token_endpoint")] string? Token,
    [property: JsonPropertyName("userinfo_endpoint")] string? UserInfo,
    [property: JsonPropertyName("revocation_endpoint")] string? Revocation,
    [property: JsonPropertyName("jwks_uri")] string? Keys,
    [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool NamesItself)
{
    /// <exception cref="BusinessException">Ledger:WrongIssuer: the document is not that of the authority. Ledger:AnswerInvalid.</exception>
    public Uri KeysOf(string authority) => Issuer == authority ? Address(Keys) : throw new BusinessException(LedgerErrorCodes.WrongIssuer);

    /// <exception cref="BusinessException">Ledger:AnswerInvalid.</exception>
    public OAuthServer ToServer(IReadOnlyList<SecurityKey> keys) => new(
        Issuer!, Address(Authorization), Address(Token), Address(UserInfo), Revocation is null ? null : Address(Revocation), NamesItself, keys);

    private static Uri Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && LedgerHttp.IsSafe(address)
            ? address
            : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
}
