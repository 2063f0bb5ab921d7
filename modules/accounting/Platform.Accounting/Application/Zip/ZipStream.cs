namespace Platform.Accounting;

/// <summary>
/// A zip that is nowhere but in its layout: it can be read from any byte on, opens only the files that the bytes asked for come from, and
/// holds one buffer whatever its length. A file that is not what the directory says breaks it off.
/// </summary>
internal sealed class ZipStream(ZipLayout layout, IZipContents contents) : Stream
{
    private readonly byte[] _buffer = new byte[128 * 1024];
    private ZipContent? _content;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => layout.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = 0;
        while (read < buffer.Length && Position < Length)
        {
            var part = layout.At(Position);
            var target = buffer[read..];
            var count = part.Record is { } record ? Copy(record.AsMemory((int)(Position - part.Start)), target) : await ReadAsync(part, target, cancellationToken);
            (read, Position) = (read + count, Position + count);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    private async Task<int> ReadAsync(ZipPart part, Memory<byte> target, CancellationToken cancellationToken)
    {
        try
        {
            var from = Position - part.Start;
            if (_content?.Index != part.Index || _content.Position != from)
                await OpenAsync(part.Index, from, cancellationToken);
            return await _content!.ReadAsync(target, cancellationToken);
        }
        catch (ZipDamagedException e)
        {
            contents.Damaged(part.Index, e.Message);
            throw;
        }
    }

    private async Task OpenAsync(int index, long from, CancellationToken cancellationToken)
    {
        await CloseAsync();
        var source = await contents.OpenAsync(index, cancellationToken);
        try
        {
            _content = await ZipContent.OpenAsync(index, layout[index], source, from, _buffer, cancellationToken);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (_content is { } former)
        {
            _content = null;
            await former.DisposeAsync();
        }
    }

    private static int Copy(ReadOnlyMemory<byte> from, Memory<byte> to)
    {
        var count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        return count;
    }
}
