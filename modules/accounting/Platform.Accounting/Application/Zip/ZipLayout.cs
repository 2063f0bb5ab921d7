namespace Platform.Accounting;

/// <summary>
/// Where every byte of a zip stands, worked out from names, sizes and checksums alone: no content is read for it, and the same files give
/// the same zip.
/// </summary>
internal sealed class ZipLayout
{
    private readonly IReadOnlyList<ZipItem> _items;
    private readonly uint _at;
    // Where each file's own header and its line of the directory begin, and what follows the last one.
    private readonly long[] _files;
    private readonly long[] _lines;

    /// <param name="items">In their order within the zip.</param>
    /// <param name="at">The time that all files bear.</param>
    public ZipLayout(IReadOnlyList<ZipItem> items, DateTime at)
    {
        (_items, _at) = (items, ZipHeaders.DosTime(at));
        (_files, _lines) = (new long[items.Count + 1], new long[items.Count + 1]);
        for (var i = 0; i < items.Count; i++)
            _files[i + 1] = checked(_files[i] + ZipHeaders.LocalLength + Checked(items[i]) + ZipHeaders.LocalExtra(items[i]) + items[i].Size);
        _lines[0] = _files[^1];
        for (var i = 0; i < items.Count; i++)
            _lines[i + 1] = _lines[i] + ZipHeaders.DirectoryLength + ZipHeaders.NameLength(items[i]) + ZipHeaders.DirectoryExtra(items[i], _files[i]);
        Length = _lines[^1] + End().Length;
    }

    /// <summary>Bytes of the whole zip.</summary>
    public long Length { get; }

    public ZipItem this[int index] => _items[index];

    /// <summary>What stands at this byte, which is within the zip.</summary>
    public ZipPart At(long position)
    {
        if (position >= _lines[^1])
            return ZipPart.Of(_lines[^1], End());
        if (position >= _lines[0])
        {
            var line = IndexAt(_lines, position);
            return ZipPart.Of(_lines[line], ZipHeaders.Directory(_items[line], _files[line], _at));
        }

        var file = IndexAt(_files, position);
        var content = _files[file + 1] - _items[file].Size;
        return position < content ? ZipPart.Of(_files[file], ZipHeaders.Local(_items[file], _at)) : new ZipPart(content, _files[file + 1], null, file);
    }

    private byte[] End() => ZipHeaders.End(_items.Count, _lines[0], _lines[^1] - _lines[0]);

    private static int IndexAt(long[] starts, long position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    private static int Checked(ZipItem item) => item is { Size: 0, Crc32: not 0 } or { Size: < 0 } || ZipHeaders.NameLength(item) is 0 or > ZipHeaders.Most16
        ? throw new ArgumentException($"No file of a zip: {item.Size} bytes, name of {item.Name.Length} characters.")
        : ZipHeaders.NameLength(item);
}

/// <summary>A stretch of a zip: a record, or a file's content.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
/// <param name="Record">Its bytes; null for content.</param>
/// <param name="Index">Of the file whose content it is.</param>
internal readonly record struct ZipPart(long Start, long End, byte[]? Record, int Index)
{
    public static ZipPart Of(long start, byte[] record) => new(start, start + record.Length, record, -1);
}
