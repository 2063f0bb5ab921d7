using System.IO.Compression;

namespace Platform.Accounting.Tests;

/// <summary>Zips beyond 4 GiB and 65,535 files (ZIP64), which are never held whole.</summary>
[Trait("Req", "ACC-05")]
public sealed class Zip64_Tests
{
    private const long Gib = 1L << 30;

    // The largest that is still said in 32 bits, the first that is not, one far beyond, and what comes after 4 GiB.
    private static readonly ZipItem[] Large =
    [
        new("a", ZipHeaders.Most32 - 1, 1), new("b", 10, 2), new("c", ZipHeaders.Most32, 3), new("d", 5 * Gib, 4), new("e", 0, 0),
    ];

    private const string Directory = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as z:
            for i in z.infolist():
                print(i.filename, i.file_size, i.compress_size, i.header_offset, i.CRC)
                if i.file_size < 100: z.open(i).close()
        """;

    [Fact]
    public async Task Layout_Beyond4GiB_IsReadByPython()
    {
        using var folder = new ZipFolder();
        var layout = new ZipLayout(Large, ZipFiles.At);
        await WriteSparseAsync(layout, folder.File("zip"));
        var lines = (await ZipTools.RunAsync("python3", folder.Path, "-c", Directory, "zip")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var offset = 0L;
        foreach (var (line, item) in lines.Zip(Large))
        {
            line.ShouldBe($"{item.Name} {item.Size} {item.Size} {offset} {item.Crc32}");
            offset += 31 + (item.Size >= ZipHeaders.Most32 ? 20 : 0) + item.Size;
        }

        lines.Length.ShouldBe(Large.Length);
        (await ZipTools.RunAsync("unzip", folder.Path, "-Z", "-l", "zip")).ShouldContain("5368709120");
    }

    [Fact]
    public async Task Layout_Beyond4GiB_IsReadByDotNet()
    {
        using var folder = new ZipFolder();
        await WriteSparseAsync(new ZipLayout(Large, ZipFiles.At), folder.File("zip"));
        using var zip = await ZipFile.OpenReadAsync(folder.File("zip"), TestContext.Current.CancellationToken);
        zip.Entries.Select(e => (e.FullName, e.Length)).ShouldBe(Large.Select(i => (i.Name, i.Size)));
    }

    [Fact]
    public async Task Read_OfAFileOf5GiB_HasTheBytesOfItsPlace()
    {
        var layout = new ZipLayout([new ZipItem("zeros", 5 * Gib, 7), new ZipItem("one", 1, System.IO.Hashing.Crc32.HashToUInt32([1]))], ZipFiles.At);
        await using var zip = new ZipStream(layout, new Zeros());
        var second = layout.At(30 + 5 + 20 + (5 * Gib));
        zip.Position = second.Start - 3;
        var bytes = new byte[3 + second.Record!.Length + 1];
        await zip.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        bytes.ShouldBe([0, 0, 0, .. second.Record, 1]);
    }

    [Theory]
    [InlineData(65_534, false)]
    [InlineData(65_535, true)]
    [InlineData(70_000, true)]
    public async Task Layout_OfManyFiles_IsReadByOthers(int count, bool is64)
    {
        using var folder = new ZipFolder();
        var zip = new ZipFiles([.. Enumerable.Range(0, count).Select(i => ($"f/{i}", Array.Empty<byte>()))]);
        await File.WriteAllBytesAsync(folder.File("zip"), await zip.ReadAsync(0, zip.Layout.Length, 64 * 1024), TestContext.Current.CancellationToken);
        ZipHeaders.NeedsEnd64(count, 0, 0).ShouldBe(is64);
        (await ZipTools.RunAsync("python3", folder.Path, "-c", "import zipfile; print(len(zipfile.ZipFile('zip').infolist()))")).Trim().ShouldBe($"{count}");
        (await ZipTools.RunAsync("unzip", folder.Path, "-Z", "-h", "zip")).ShouldContain($"number of entries: {count}");
    }

    // Everything but the contents, which stay holes.
    private static async Task WriteSparseAsync(ZipLayout layout, string path)
    {
        await using var file = File.Create(path);
        file.SetLength(layout.Length);
        for (var position = 0L; position < layout.Length;)
        {
            var part = layout.At(position);
            file.Position = position;
            if (part.Record is { } record)
                await file.WriteAsync(record, TestContext.Current.CancellationToken);
            position = part.End;
        }
    }

    /// <summary>A file of zeros as long as asked for, and one of a single one.</summary>
    private sealed class Zeros : IZipContents
    {
        public Task<Stream> OpenAsync(int index, CancellationToken cancellationToken) => Task.FromResult<Stream>(index == 0 ? new ZeroStream() : new MemoryStream([1]));

        public void Damaged(int index, string what) => Assert.Fail(what);
    }

    private sealed class ZeroStream : MemoryStream
    {
        public override long Length => 5 * Gib;

        public override long Position { get; set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, Length - Position);
            buffer.Span[..count].Clear();
            Position += count;
            return ValueTask.FromResult(count);
        }
    }
}
