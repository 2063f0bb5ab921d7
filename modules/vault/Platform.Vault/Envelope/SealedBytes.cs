using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Format version 1 of both layers: one byte of version, 12 bytes of random nonce, the ciphertext of AES-256-GCM, 16 bytes of tag
/// (NIST SP 800-38D). What was sealed once stays readable: tests hold frozen ciphertexts.
/// </summary>
internal static class SealedBytes
{
    public const byte Version = 1;
    public const int KeyLength = 32;
    public const int Overhead = 1 + NonceLength + TagLength;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var bytes = new byte[Overhead + plain.Length];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = Cipher(key);
        aes.Encrypt(nonce, plain, bytes.AsSpan(1 + NonceLength, plain.Length), bytes.AsSpan(bytes.Length - TagLength), context);
        return bytes;
    }

    /// <summary>The cipher for a key; it holds the key's schedule until it is disposed of.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagLength);

    /// <exception cref="BusinessException">Vault:FormatUnknown, Vault:Tampered.</exception>
    public static SecretBuffer Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return Open(cipher, bytes, context);
    }

    /// <exception cref="BusinessException">Vault:FormatUnknown, Vault:Tampered.</exception>
    public static SecretBuffer Open(AesGcm cipher, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
            throw new BusinessException(VaultErrorCodes.FormatUnknown).WithData("version", bytes.IsEmpty ? 0 : bytes[0]);
        if (bytes.Length < Overhead)
            throw new BusinessException(VaultErrorCodes.Tampered);
        var plain = new SecretBuffer(bytes.Length - Overhead);
        try
        {
            cipher.Decrypt(bytes.Slice(1, NonceLength), bytes[(1 + NonceLength)..^TagLength], bytes[^TagLength..], plain.Span, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            plain.Dispose();
            throw new BusinessException(VaultErrorCodes.Tampered);
        }
    }
}
