using System.Text;

namespace Platform.Accounting;

/// <summary>What a file is by its first bytes: names and types that a browser sends say nothing.</summary>
internal static class MediaTypes
{
    /// <summary>So many bytes are looked at.</summary>
    public const int HeadLength = 4096;

    public const string Unknown = "application/octet-stream";

    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static string Of(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => "image/gif",
        _ when head.StartsWith("RIFF"u8) && head[4..].IndexOf("WEBP"u8) == 4 => "image/webp",
        _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => "image/tiff",
        _ when head.StartsWith("PK\x03\x04"u8) => OfZip(Encoding.Latin1.GetString(head)),
        _ => OfText(head),
    };

    // The first entry tells: of OpenDocument it is the type itself, of Office Open XML the parts follow soon.
    private static string OfZip(string head)
    {
        const int firstName = 30;
        if (head.Length > firstName && head.AsSpan(firstName).StartsWith($"mimetype{OpenDocument}"))
            return OpenDocument + new string([.. head.Skip(firstName + 8 + OpenDocument.Length).TakeWhile(c => c is (>= 'a' and <= 'z') or '-')]);
        if (!head.Contains("[Content_Types].xml", StringComparison.Ordinal) && !head.Contains("_rels/.rels", StringComparison.Ordinal))
            return "application/zip";
        return head.Contains("word/", StringComparison.Ordinal) ? $"{OpenXml}wordprocessingml.document"
            : head.Contains("xl/", StringComparison.Ordinal) ? $"{OpenXml}spreadsheetml.sheet"
            : head.Contains("ppt/", StringComparison.Ordinal) ? $"{OpenXml}presentationml.presentation"
            : "application/zip";
    }

    private static string OfText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.ContainsAnyInRange((byte)0x00, (byte)0x08) || head.ContainsAnyInRange((byte)0x0E, (byte)0x1F) || head.Contains((byte)0x7F))
            return Unknown;
        var text = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return text.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8) ? "application/xml" : "text/plain";
    }
}
