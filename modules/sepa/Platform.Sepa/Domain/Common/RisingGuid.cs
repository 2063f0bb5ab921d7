namespace Platform.Sepa;

/// <summary>
/// Version 7 identifiers that rise with every call (RFC 9562, 6.2, method 1: a counter in rand_a), so that rows made one after the
/// other are listed, and written to the bank, in that order.
/// </summary>
internal static class RisingGuid
{
    private const int CounterBits = 12;

    private static long _last;

    public static Guid Next()
    {
        var moment = Rise();
        var random = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(moment >> CounterBits));
        Span<byte> bytes = stackalloc byte[16];
        random.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((moment >> 8) & 0x0F));
        bytes[7] = (byte)moment;
        return new Guid(bytes, bigEndian: true);
    }

    // Milliseconds with the counter below them: a full counter runs into the next millisecond, ahead of the clock.
    private static long Rise()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);
        return next;
    }
}
