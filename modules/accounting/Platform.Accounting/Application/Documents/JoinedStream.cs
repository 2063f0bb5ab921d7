using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Blobs read one after the other as if they were one; each is opened when its turn comes.</summary>
internal sealed class JoinedStream(IBlobContainer blobs, IEnumerable<string> names) : Stream
{
    private readonly IEnumerator<string> _names = names.GetEnumerator();
    private Stream? _current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is not null && await _current.ReadAsync(buffer, cancellationToken) is var read and > 0)
                return read;
            if (!_names.MoveNext())
                return 0;
            await CloseAsync();
            _current = await blobs.OpenReadAsync(_names.Current, cancellationToken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _names.Dispose();
        await base.DisposeAsync();
    }

    private ValueTask CloseAsync() => _current?.DisposeAsync() ?? ValueTask.CompletedTask;
}
