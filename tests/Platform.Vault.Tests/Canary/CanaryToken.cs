using System.Security.Cryptography;

namespace Platform.Vault.Tests;

/// <summary>
/// A token that the test itself keeps only inverted, so that whatever copy is found was made by the product. The pattern in clear is
/// made when the search begins.
/// </summary>
internal sealed class CanaryToken
{
    private const int Length = 48;

    private readonly byte[] _inverted = new byte[Length];

    private CanaryToken()
    {
    }

    /// <summary>The token in clear, in a buffer that the vault takes over, and what is needed to recognise it.</summary>
    public static (CanaryToken Token, SecretBuffer Secret) Create()
    {
        var (token, secret) = (new CanaryToken(), new SecretBuffer(Length));
        RandomNumberGenerator.Fill(secret.Span);
        for (var i = 0; i < Length; i++)
        {
            secret.Span[i] = (byte)('A' + secret.Span[i] % 26);
            token._inverted[i] = (byte)~secret.Span[i];
        }

        return (token, secret);
    }

    public bool Is(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < Length; i++)
        {
            if (bytes[i] != (byte)~_inverted[i])
                return false;
        }

        return bytes.Length == Length;
    }

    public SecretBuffer Again()
    {
        var secret = new SecretBuffer(Length);
        for (var i = 0; i < Length; i++)
            secret.Span[i] = (byte)~_inverted[i];
        return secret;
    }

    /// <summary>The token as bytes, as UTF-16, in hexadecimal and in base 64: half of it is enough to give it away.</summary>
    public IReadOnlyList<byte[]> Patterns()
    {
        using var secret = Again();
        var half = secret.Span[..(Length / 2)];
        return
        [
            half.ToArray(), System.Text.Encoding.Unicode.GetBytes(System.Text.Encoding.ASCII.GetString(half)),
            System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(half)), System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(half)),
            System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(half)),
        ];
    }
}
