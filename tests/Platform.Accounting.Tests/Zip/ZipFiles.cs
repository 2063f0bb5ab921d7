using System.IO.Hashing;
using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>Files of a zip in memory.</summary>
internal sealed class ZipFiles(params (string Name, byte[] Content)[] files) : IZipContents
{
    public static readonly DateTime At = new(2026, 7, 31, 12, 34, 56, DateTimeKind.Utc);

    public ZipLayout Layout { get; } = new([.. files.Select(f => new ZipItem(f.Name, f.Content.Length, Crc32.HashToUInt32(f.Content)))], At);

    /// <summary>What a file has become meanwhile.</summary>
    public Dictionary<int, byte[]> Changed { get; } = [];

    /// <summary>Gives streams that cannot be sought, as a network does.</summary>
    public bool IsForward { get; init; }

    public List<int> Opened { get; } = [];

    public List<string> Damages { get; } = [];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public Task<Stream> OpenAsync(int index, CancellationToken cancellationToken)
    {
        Opened.Add(index);
        var content = Changed.GetValueOrDefault(index, files[index].Content);
        return Task.FromResult<Stream>(IsForward ? new ForwardStream(content) : new MemoryStream(content));
    }

    public void Damaged(int index, string what) => Damages.Add($"{index}: {what}");

    public Task<byte[]> ReadAsync() => ReadAsync(0, Layout.Length);

    /// <summary>As an answer to a range is read: from a byte on, so many, in pieces.</summary>
    public async Task<byte[]> ReadAsync(long from, long count, int piece = 7)
    {
        await using var zip = new ZipStream(Layout, this) { Position = from };
        var (all, buffer) = (new MemoryStream(), new byte[piece]);
        while (all.Length < count && await zip.ReadAsync(buffer.AsMemory(0, (int)Math.Min(piece, count - all.Length)), TestContext.Current.CancellationToken) is var read && read > 0)
            all.Write(buffer, 0, read);
        return all.ToArray();
    }

    private sealed class ForwardStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
