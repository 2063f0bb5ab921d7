using System.IO.Hashing;

namespace Platform.Accounting;

/// <summary>One file's bytes on their way into a zip: as many as the directory says, and from the first one on also with its checksum.</summary>
internal sealed class ZipContent : IAsyncDisposable
{
    private readonly Stream _source;
    private readonly ZipItem _item;
    private readonly Crc32? _crc;
    private readonly byte[] _buffer;
    private ReadOnlyMemory<byte> _read;

    private ZipContent(int index, ZipItem item, Stream source, long from, byte[] buffer) =>
        (Index, _item, _source, Position, _buffer, _crc) = (index, item, source, from, buffer, from == 0 ? new Crc32() : null);

    public int Index { get; }

    /// <summary>Of the next byte within the file.</summary>
    public long Position { get; private set; }

    /// <param name="index">Of the file.</param>
    /// <param name="item">What the directory says of it.</param>
    /// <param name="source">Its bytes from their start, disposed with this.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="buffer">Not smaller than the source's own, which then stays unused.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<ZipContent> OpenAsync(int index, ZipItem item, Stream source, long from, byte[] buffer, CancellationToken cancellationToken)
    {
        var content = new ZipContent(index, item, source, from, buffer);
        if (source.CanSeek)
        {
            if (source.Length != item.Size)
                throw new ZipDamagedException($"{source.Length} bytes instead of {item.Size}");
            source.Position = from;
            return content;
        }

        for (var left = from; left > 0;)
            left -= await content.NextAsync((int)Math.Min(left, buffer.Length), cancellationToken);
        content._read = default;
        return content;
    }

    public async Task<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        if (_read.IsEmpty)
            await NextAsync((int)Math.Min(_buffer.Length, _item.Size - Position), cancellationToken);
        var count = Math.Min(_read.Length, target.Length);
        _read[..count].CopyTo(target);
        (_read, Position) = (_read[count..], Position + count);
        if (Position == _item.Size)
            await CheckAsync(cancellationToken);
        return count;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<int> NextAsync(int most, CancellationToken cancellationToken)
    {
        // All of the buffer is offered, so that the source fills it without one of its own; what is behind the end is an error later.
        var count = Math.Min(most, await _source.ReadAsync(_source.CanSeek ? _buffer : _buffer.AsMemory(0, most), cancellationToken));
        if (count == 0)
            throw new ZipDamagedException($"ends before its {_item.Size} bytes");
        _read = _buffer.AsMemory(0, count);
        _crc?.Append(_read.Span);
        return count;
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_crc?.GetCurrentHashAsUInt32() is { } found && found != _item.Crc32)
            throw new ZipDamagedException($"CRC-32 {found:x8} instead of {_item.Crc32:x8}");
        if (!_source.CanSeek && await _source.ReadAsync(_buffer.AsMemory(0, 1), cancellationToken) > 0)
            throw new ZipDamagedException($"goes on after its {_item.Size} bytes");
    }
}
