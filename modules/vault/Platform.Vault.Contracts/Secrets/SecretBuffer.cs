using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Platform.Vault;

/// <summary>
/// Plaintext of a secret: pinned before anything is written to it, so that the collector leaves no copies behind, and overwritten with
/// zeroes on disposal, or by the finalizer where that was forgotten: hold the buffer, not only its memory. Never turn its content into a <see cref="string"/> that outlives
/// the call.
/// </summary>
public sealed class SecretBuffer : IDisposable
{
    private readonly byte[] _bytes;
    private PinnedGCHandle<byte[]> _pin;
    private int _disposed;

    /// <summary>A buffer of zeroes, to be filled through <see cref="Span"/>.</summary>
    /// <param name="length">Bytes.</param>
    public SecretBuffer(int length)
    {
        // A handle instead of the pinned heap: allocating there takes ten times as long as opening a secret.
        _bytes = new byte[length];
        _pin = new PinnedGCHandle<byte[]>(_bytes);
    }

    /// <summary>Overwrites what nobody disposed of.</summary>
    ~SecretBuffer() => Clear();

    /// <summary>Length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>The bytes.</summary>
    /// <exception cref="ObjectDisposedException">The secret is gone.</exception>
    public Span<byte> Span => Bytes();

    /// <summary>The bytes, for asynchronous writers. Whoever keeps the memory longer than the buffer reads zeroes.</summary>
    /// <exception cref="ObjectDisposedException">The secret is gone.</exception>
    public ReadOnlyMemory<byte> Memory => Bytes();

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
        Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>Never the content.</summary>
    public override string ToString() => "***";

    private byte[] Bytes()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return _bytes;
    }

    private void Clear()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        CryptographicOperations.ZeroMemory(_bytes);
        _pin.Dispose();
    }
}
