using System.Globalization;
using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Places in the trail. Ids are UUIDs of version 7, so a moment is a bound of ids too.</summary>
internal static class AuditCursor
{
    public static Guid Read(string cursor) =>
        Guid.TryParseExact(cursor, "N", out var id) ? id : throw new BusinessException(AuditErrorCodes.CursorInvalid).WithData("value", cursor);

    public static string Write(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Smaller than every id of this millisecond (RFC 9562, 5.7), greater than every earlier one.</summary>
    public static Guid At(DateTime time)
    {
        var milliseconds = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, milliseconds) << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
