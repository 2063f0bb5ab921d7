using System.Buffers.Text;
using System.Text.Json;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>
/// Says for which sign-in the tokens were made. It came from the token endpoint itself, over TLS, which stands in for its signature
/// (OpenID Connect Core, 3.1.3.7, 6).
/// </summary>
internal static class IdToken
{
    /// <returns>The subject.</returns>
    /// <exception cref="BusinessException">Ledger:AnswerInvalid: made by or for somebody else, or for another sign-in.</exception>
    public static string Verify(ReadOnlySpan<byte> token, string issuer, string clientId, string nonce, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(Payload(token));
            var claims = json.RootElement;
            var isOurs = claims.GetProperty("iss").ValueEquals(issuer) && claims.GetProperty("nonce").ValueEquals(nonce)
                && IsFor(claims.GetProperty("aud"), clientId) && claims.GetProperty("exp").GetInt64() > now.ToUnixTimeSeconds();
            return isOurs && claims.GetProperty("sub").GetString() is { } subject
                ? subject
                : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
        }
    }

    private static byte[] Payload(ReadOnlySpan<byte> token)
    {
        var rest = token[(token.IndexOf((byte)'.') + 1)..];
        var end = rest.IndexOf((byte)'.');
        return Base64Url.DecodeFromUtf8(end < 0 ? rest : rest[..end]);
    }

    private static bool IsFor(JsonElement audience, string clientId) => audience.ValueKind == JsonValueKind.Array
        ? audience.EnumerateArray().Any(a => a.ValueEquals(clientId))
        : audience.ValueEquals(clientId);
}
