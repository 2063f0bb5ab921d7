using System.Globalization;
using System.Text;
using System.Text.Json;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

/// <summary>The tokens of one connection: read from an answer or from the vault, each in a buffer of its own.</summary>
internal sealed class TokenSet : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private SecretBuffer? _access;
    private SecretBuffer? _refresh;
    private SecretBuffer? _id;
    private long _expiresIn;
    private long _expiresAt;

    /// <exception cref="BusinessException">Ledger:AnswerInvalid: there is none.</exception>
    public ReadOnlySpan<byte> Access => Required(_access);

    /// <inheritdoc cref="Access"/>
    public ReadOnlySpan<byte> Refresh => Required(_refresh);

    /// <inheritdoc cref="Access"/>
    public ReadOnlySpan<byte> Id => Required(_id);

    /// <exception cref="BusinessException">Ledger:AnswerInvalid.</exception>
    public static TokenSet Read(ReadOnlySpan<byte> json)
    {
        var tokens = new TokenSet();
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                tokens.ReadProperty(ref reader);
            }

            return tokens;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            tokens.Dispose();
            throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
        }
    }

    /// <summary>Whether the access token has ended or will before a call with it arrives.</summary>
    public bool IsEnding(DateTimeOffset now) => now + Margin >= DateTimeOffset.FromUnixTimeSeconds(_expiresAt);

    /// <summary>An answer says how long, the vault keeps until when. Without either the token is renewed before each use.</summary>
    public TokenSet Received(DateTimeOffset now)
    {
        _expiresAt = now.ToUnixTimeSeconds() + _expiresIn;
        return this;
    }

    /// <summary>What the vault keeps.</summary>
    /// <param name="former">Its refresh token stays valid where the answer brings no other (RFC 6749, 6).</param>
    public SecretBuffer ToSecret(TokenSet? former = null)
    {
        using var json = new SecretWriter();
        json.Write("{\"access_token\":\""u8);
        WriteText(json, Access);
        json.Write("\",\"refresh_token\":\""u8);
        WriteText(json, _refresh is null && former is not null ? former.Refresh : Refresh);
        json.Write("\",\"expires_at\":"u8);
        json.Write(Encoding.ASCII.GetBytes(_expiresAt.ToString(CultureInfo.InvariantCulture)));
        json.Write("}"u8);
        return json.Take();
    }

    public void Dispose()
    {
        _access?.Dispose();
        _refresh?.Dispose();
        _id?.Dispose();
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("access_token"u8))
            Replace(ref _access, ref reader);
        else if (reader.ValueTextEquals("refresh_token"u8))
            Replace(ref _refresh, ref reader);
        else if (reader.ValueTextEquals("id_token"u8))
            Replace(ref _id, ref reader);
        else if (reader.ValueTextEquals("expires_in"u8))
            _expiresIn = reader.Read() ? reader.GetInt64() : 0;
        else if (reader.ValueTextEquals("expires_at"u8))
            _expiresAt = reader.Read() ? reader.GetInt64() : 0;
        else
            reader.Skip();
    }

    private static void Replace(ref SecretBuffer? secret, ref Utf8JsonReader reader)
    {
        reader.Read();
        using var scratch = new SecretBuffer(reader.ValueSpan.Length);
        var length = reader.CopyString(scratch.Span);
        secret?.Dispose();
        secret = SecretBuffer.Take(scratch.Span[..length]);
    }

    // Utf8JsonWriter would escape in pooled memory that nobody zeroes.
    private static void WriteText(SecretWriter json, ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (b is (byte)'"' or (byte)'\\')
                json.Write([(byte)'\\', b]);
            else
                json.Write(b >= ' ' ? [b] : throw new BusinessException(LedgerErrorCodes.AnswerInvalid));
        }
    }

    private static ReadOnlySpan<byte> Required(SecretBuffer? secret) =>
        secret is { Length: > 0 } ? secret.Span : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
}
