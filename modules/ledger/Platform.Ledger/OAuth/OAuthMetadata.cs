using System.Text.Json.Serialization;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>The discovery document (RFC 8414), of which only this is read.</summary>
internal sealed record OAuthMetadata(
    [property: JsonPropertyName("issuer")] string? Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string? Authorization,
    [property: JsonPropertyName("token_endpoint")] string? Token,
    [property: JsonPropertyName("userinfo_endpoint")] string? UserInfo,
    [property: JsonPropertyName("revocation_endpoint")] string? Revocation,
    [property: JsonPropertyName("authorization_response_iss_parameter_supported")] bool NamesItself)
{
    /// <exception cref="BusinessException">Ledger:WrongIssuer: the document is not that of the authority. Ledger:AnswerInvalid.</exception>
    public OAuthServer ToServer(string authority) => Issuer == authority
        ? new OAuthServer(
            authority, Address(Authorization), Address(Token), Address(UserInfo), Revocation is null ? null : Address(Revocation), NamesItself)
        : throw new BusinessException(LedgerErrorCodes.WrongIssuer);

    private static Uri Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && LedgerHttp.IsSafe(address)
            ? address
            : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
}
