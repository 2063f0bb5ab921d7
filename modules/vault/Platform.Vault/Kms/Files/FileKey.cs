using System.Security.Cryptography;

namespace Platform.Vault;

/// <summary>A key read from a file, with the id derived from it.</summary>
internal sealed class FileKey : IDisposable
{
    public const int Length = 32;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly SecretBuffer _key;

    private FileKey(SecretBuffer key) => (_key, Id) = (key, IdOf(key));

    public string Id { get; }

    /// <exception cref="KmsUnavailableException">Missing, accessible to others, or not a key.</exception>
    public static FileKey Read(string path)
    {
        var key = ProtectedFile.Read(path, Length);
        if (key.Length == Length) return new FileKey(key);

        key.Dispose();
        throw new KmsUnavailableException($"{ProtectedFile.Resolve(path)} holds {key.Length} bytes, a key has {Length}.");
    }

    public byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        var wrapped = new byte[key.Length + Overhead];
        wrapped[0] = Format;
        var nonce = wrapped.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key.Span, TagLength);
        aes.Encrypt(nonce, key, wrapped.AsSpan(1 + NonceLength, key.Length), wrapped.AsSpan(^TagLength..), context);
        return wrapped;
    }

    /// <exception cref="KmsRefusedException">Altered, or another context.</exception>
    public SecretBuffer Unwrap(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context)
    {
        if (wrapped.Length <= Overhead || wrapped[0] != Format) throw new KmsRefusedException("Not wrapped by this service.");

        var key = new SecretBuffer(wrapped.Length - Overhead);
        try
        {
            using var aes = new AesGcm(_key.Span, TagLength);
            aes.Decrypt(wrapped.Slice(1, NonceLength), wrapped[(1 + NonceLength)..^TagLength], wrapped[^TagLength..], key.Span, context);
            return key;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            key.Dispose();
            throw new KmsRefusedException("The wrapped key was altered, or belongs to another context.", exception);
        }
    }

    public void Dispose() => _key.Dispose();

    private static string IdOf(SecretBuffer key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("platform-vault/kms-key-id"u8);
        hash.AppendData(key.Span);
        return "file:" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
