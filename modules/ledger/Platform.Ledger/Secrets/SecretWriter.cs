using Platform.Vault;

namespace Platform.Ledger;

/// <summary>Collects bytes that are secret, in pinned memory that is zeroed when it grows and when it goes.</summary>
internal sealed class SecretWriter : IDisposable
{
    private SecretBuffer _buffer = new(1024);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _buffer.Memory[..Length];

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.Span[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Moves the content out.</summary>
    public SecretBuffer Take()
    {
        var secret = SecretBuffer.Take(_buffer.Span[..Length]);
        Length = 0;
        return secret;
    }

    public void Dispose() => _buffer.Dispose();

    private void Reserve(int more)
    {
        if (Length + more <= _buffer.Length)
            return;
        var larger = new SecretBuffer(Math.Max(2 * _buffer.Length, Length + more));
        _buffer.Span[..Length].CopyTo(larger.Span);
        _buffer.Dispose();
        _buffer = larger;
    }
}
