using System.Text;

namespace Platform.Tenancy;

/// <summary>
/// Records of a zip that is written in pieces (PKWARE APPNOTE 6.3.10, 4.3 and 4.5.3): deflated files, names in UTF-8. A file's own header
/// always has the ZIP64 field, as its sizes are known only behind it; the directory has it where a value needs it.
/// </summary>
internal static class ZipRecords
{
    private const ushort NamesInUtf8 = 1 << 11;
    private const ushort Deflated = 8;
    private const ushort Zip64 = 45;
    private const ushort MadeOnUnix = (3 << 8) | Zip64;
    private const uint RegularFile = 0x81A4_0000;
    private const uint Beyond = uint.MaxValue;

    /// <summary>Sizes and checksum of a header that stands before its file's bytes; written again when they are known.</summary>
    public static byte[] Header(ZipEntry entry, DateTime at) => Write(w =>
    {
        var name = Encoding.UTF8.GetBytes(entry.Path);
        w.Write(0x04034B50);
        Common(w, entry, at);
        w.Write(Beyond);
        w.Write(Beyond);
        w.Write((ushort)name.Length);
        w.Write((ushort)20);
        w.Write(name);
        w.Write((ushort)1);
        w.Write((ushort)16);
        w.Write(entry.Size);
        w.Write(entry.Compressed);
    });

    /// <summary>A file's line of the directory.</summary>
    public static byte[] Line(ZipEntry entry, DateTime at) => Write(w =>
    {
        var name = Encoding.UTF8.GetBytes(entry.Path);
        long[] beyond = [.. new[] { entry.Size, entry.Compressed, entry.Offset }.Where(v => v >= Beyond)];
        w.Write(0x02014B50);
        w.Write(MadeOnUnix);
        Common(w, entry, at);
        w.Write(Short(entry.Compressed));
        w.Write(Short(entry.Size));
        w.Write((ushort)name.Length);
        w.Write((ushort)(beyond.Length == 0 ? 0 : 4 + (8 * beyond.Length)));
        // No comment, first disk, no text, then the file's mode.
        w.Write(0);
        w.Write((ushort)0);
        w.Write(RegularFile);
        w.Write(Short(entry.Offset));
        w.Write(name);
        if (beyond.Length == 0)
            return;
        w.Write((ushort)1);
        w.Write((ushort)(8 * beyond.Length));
        Array.ForEach(beyond, w.Write);
    });

    /// <summary>What ends the zip.</summary>
    /// <param name="count">Files.</param>
    /// <param name="start">Where the directory begins.</param>
    /// <param name="length">Of the directory.</param>
    public static byte[] End(long count, long start, long length) => Write(w =>
    {
        if (count >= ushort.MaxValue || start >= Beyond || length >= Beyond)
            End64(w, count, start, length);
        var shown = (ushort)Math.Min(count, ushort.MaxValue);
        w.Write(0x06054B50);
        w.Write(0);
        w.Write(shown);
        w.Write(shown);
        w.Write(Short(length));
        w.Write(Short(start));
        w.Write((ushort)0);
    });

    private static void End64(BinaryWriter w, long count, long start, long length)
    {
        w.Write(0x06064B50);
        w.Write(44L);
        w.Write(MadeOnUnix);
        w.Write(Zip64);
        w.Write(0L);
        w.Write(count);
        w.Write(count);
        w.Write(length);
        w.Write(start);
        w.Write(0x07064B50);
        w.Write(0);
        w.Write(start + length);
        w.Write(1);
    }

    private static void Common(BinaryWriter w, ZipEntry entry, DateTime at)
    {
        w.Write(Zip64);
        w.Write(NamesInUtf8);
        w.Write(Deflated);
        w.Write((uint)(((at.Year - 1980) << 25) | (at.Month << 21) | (at.Day << 16) | (at.Hour << 11) | (at.Minute << 5) | (at.Second / 2)));
        w.Write((uint)entry.Crc32);
    }

    private static uint Short(long value) => (uint)Math.Min(value, Beyond);

    private static byte[] Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
            write(writer);
        return bytes.ToArray();
    }
}
