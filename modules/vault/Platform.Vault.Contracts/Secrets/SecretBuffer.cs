using System.Security.Cryptography;

namespace Platform.Vault;

/// <summary>
/// Plaintext of a secret: pinned, so that the collector leaves no copies behind, and overwritten with zeroes on disposal. Never turn
/// its content into a <see cref="string"/> that outlives the call.
/// </summary>
public sealed class SecretBuffer : IDisposable
{
    private readonly byte[] _bytes;
    private readonly int _length;
    private bool _disposed;

    /// <summary>A buffer of zeroes, to be filled through <see cref="Span"/>.</summary>
    /// <param name="length">Bytes.</param>
    public SecretBuffer(int length) => (_bytes, _length) = (GC.AllocateArray<byte>(length, pinned: true), length);

    /// <summary>Length in bytes.</summary>
    public int Length => _length;

    /// <summary>The bytes.</summary>
    /// <exception cref="ObjectDisposedException">The secret is gone.</exception>
    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    /// <summary>The bytes, for asynchronous writers. Whoever keeps the memory longer than the buffer reads zeroes.</summary>
    /// <exception cref="ObjectDisposedException">The secret is gone.</exception>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    /// <summary>Moves a secret in: the source is overwritten with zeroes.</summary>
    public static SecretBuffer Take(Span<byte> source)
    {
        var buffer = new SecretBuffer(source.Length);
        source.CopyTo(buffer.Span);
        CryptographicOperations.ZeroMemory(source);
        return buffer;
    }

    /// <summary>Random bytes from the operating system, for keys.</summary>
    public static SecretBuffer Random(int length)
    {
        var buffer = new SecretBuffer(length);
        RandomNumberGenerator.Fill(buffer.Span);
        return buffer;
    }

    /// <summary>Overwrites the bytes with zeroes; further access is refused.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _disposed = true;
    }

    /// <summary>Never the content.</summary>
    public override string ToString() => "***";
}
