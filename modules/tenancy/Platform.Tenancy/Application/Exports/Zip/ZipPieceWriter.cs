using System.IO.Compression;

namespace Platform.Tenancy;

/// <summary>Writes files into a piece of a zip, which need not be its first one. Memory does not grow with them.</summary>
/// <param name="output">From its beginning; can be sought.</param>
/// <param name="at">The time that all files bear.</param>
internal sealed class ZipPieceWriter(Stream output, DateTime at)
{
    /// <summary>Bytes so far.</summary>
    public long Length => output.Position;

    /// <param name="path">In the zip.</param>
    /// <param name="level">How hard to try; files that are compressed already hardly get smaller.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>With its place in this piece.</returns>
    public async Task<ZipEntry> AddAsync(string path, CompressionLevel level, Func<Stream, Task> write)
    {
        var start = output.Position;
        var entry = new ZipEntry(path, 0, 0, 0, "", start);
        await output.WriteAsync(ZipRecords.Header(entry, at));
        var content = output.Position;
        await using (var deflate = new DeflateStream(output, level, leaveOpen: true))
        {
            await using var measured = new MeasuredStream(deflate);
            await write(measured);
            entry = entry with { Size = measured.Length, Crc32 = measured.Crc32, Sha256 = measured.Sha256() };
        }

        entry = entry with { Compressed = output.Position - content };
        output.Position = start;
        await output.WriteAsync(ZipRecords.Header(entry, at));
        output.Seek(0, SeekOrigin.End);
        return entry;
    }

    /// <summary>The directory and the end: this piece is the last one.</summary>
    /// <param name="entries">All files of the zip, with their places in it.</param>
    /// <param name="pieceOffset">Where this piece begins.</param>
    public async Task FinishAsync(IAsyncEnumerable<ZipEntry> entries, long pieceOffset)
    {
        var (start, count) = (output.Position, 0L);
        await foreach (var entry in entries)
        {
            await output.WriteAsync(ZipRecords.Line(entry, at));
            count++;
        }

        await output.WriteAsync(ZipRecords.End(count, pieceOffset + start, output.Position - start));
    }
}
