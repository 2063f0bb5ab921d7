namespace Platform.Sepa;

/// <summary>What a file is by its first bytes: names and types that a browser sends say nothing.</summary>
internal sealed record DocumentKind(string MediaType, string Extension)
{
    public const int HeadLength = 8;

    /// <summary>Of an online signature; made here, never uploaded.</summary>
    public static readonly DocumentKind Record = new("text/plain", ".txt");

    public static DocumentKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => new DocumentKind("application/pdf", ".pdf"),
        _ when head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => new DocumentKind("image/png", ".png"),
        _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => new DocumentKind("image/jpeg", ".jpg"),
        _ => null,
    };
}
