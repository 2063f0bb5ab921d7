using System.Buffers.Binary;
using System.Text;

namespace Platform.Accounting;

/// <summary>Records of a zip (PKWARE APPNOTE 6.3.10, 4.3 and 4.5.3): stored files, names in UTF-8, ZIP64 where a value needs it.</summary>
internal static class ZipHeaders
{
    public const int LocalLength = 30;
    public const int DirectoryLength = 46;
    public const int EndLength = 22;
    public const int End64Length = 56 + 20;
    public const long Most32 = uint.MaxValue;
    public const int Most16 = ushort.MaxValue;

    private const ushort NamesInUtf8 = 1 << 11;
    private const ushort Stored = 10;
    private const ushort Zip64 = 45;
    private const ushort MadeOnUnix = (3 << 8) | Zip64;
    private const uint RegularFile = 0x81A4_0000;

    public static int NameLength(ZipItem item) => Encoding.UTF8.GetByteCount(item.Name);

    /// <summary>Of the ZIP64 field of a file's own header: it holds both sizes or none (4.5.3).</summary>
    public static int LocalExtra(ZipItem item) => item.Size >= Most32 ? 20 : 0;

    /// <summary>Of the ZIP64 field in the directory: only what does not fit above.</summary>
    public static int DirectoryExtra(ZipItem item, long offset) =>
        (item.Size >= Most32 ? 16 : 0) + (offset >= Most32 ? 8 : 0) is var length && length > 0 ? 4 + length : 0;

    public static byte[] Local(ZipItem item, uint at)
    {
        var record = new ZipRecord(LocalLength + NameLength(item) + LocalExtra(item));
        record.U32(0x04034B50);
        Common(record, item, at, LocalExtra(item));
        record.Text(item.Name);
        if (LocalExtra(item) > 0)
            record.U16(1).U16(16).U64(item.Size).U64(item.Size);
        return record.Bytes;
    }

    public static byte[] Directory(ZipItem item, long offset, uint at)
    {
        var extra = DirectoryExtra(item, offset);
        var record = new ZipRecord(DirectoryLength + NameLength(item) + extra);
        record.U32(0x02014B50).U16(MadeOnUnix);
        Common(record, item, at, extra);
        record.U16(0).U16(0).U16(0).U32(RegularFile).U32((uint)Math.Min(offset, Most32)).Text(item.Name);
        if (extra == 0)
            return record.Bytes;
        record.U16(1).U16(extra - 4);
        if (item.Size >= Most32)
            record.U64(item.Size).U64(item.Size);
        if (offset >= Most32)
            record.U64(offset);
        return record.Bytes;
    }

    public static bool NeedsEnd64(int count, long start, long length) => count >= Most16 || start >= Most32 || length >= Most32;

    /// <param name="count">Files.</param>
    /// <param name="start">Where the directory begins.</param>
    /// <param name="length">Of the directory.</param>
    public static byte[] End(int count, long start, long length)
    {
        var is64 = NeedsEnd64(count, start, length);
        var record = new ZipRecord((is64 ? End64Length : 0) + EndLength);
        if (is64)
        {
            record.U32(0x06064B50).U64(44).U16(MadeOnUnix).U16(Zip64).U32(0).U32(0).U64(count).U64(count).U64(length).U64(start);
            record.U32(0x07064B50).U32(0).U64(start + length).U32(1);
        }

        var shown = Math.Min(count, Most16);
        record.U32(0x06054B50).U16(0).U16(0).U16(shown).U16(shown).U32((uint)Math.Min(length, Most32)).U32((uint)Math.Min(start, Most32)).U16(0);
        return record.Bytes;
    }

    /// <summary>A moment in steps of two seconds, without a zone, as MS-DOS keeps it (4.4.6).</summary>
    public static uint DosTime(DateTime at) => at.Year is >= 1980 and <= 2107
        ? (uint)(((at.Year - 1980) << 25) | (at.Month << 21) | (at.Day << 16) | (at.Hour << 11) | (at.Minute << 5) | (at.Second / 2))
        : throw new ArgumentOutOfRangeException(nameof(at), at, "A zip knows the years 1980 to 2107.");

    private static void Common(ZipRecord record, ZipItem item, uint at, int extra)
    {
        var size = (uint)Math.Min(item.Size, Most32);
        record.U16(extra > 0 ? Zip64 : Stored).U16(NamesInUtf8).U16(0).U32(at).U32(item.Crc32).U32(size).U32(size).U16(NameLength(item)).U16(extra);
    }

    private sealed class ZipRecord(int length)
    {
        private int _at;

        public byte[] Bytes { get; } = new byte[length];

        public ZipRecord U16(int value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);
            return this;
        }

        public ZipRecord U32(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);
            return this;
        }

        public ZipRecord U64(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);
            return this;
        }

        public void Text(string value) => _at += Encoding.UTF8.GetBytes(value, Bytes.AsSpan(_at));

        private Span<byte> Take(int count) => Bytes.AsSpan((_at += count) - count, count);
    }
}
