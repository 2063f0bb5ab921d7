using System.Text;

namespace Platform.Accounting.Web;

/// <summary>What of a document a page may show.</summary>
internal static class DocumentPreview
{
    /// <summary>So much of a text is shown, in bytes.</summary>
    public const int TextBytes = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsImage(string mediaType) => mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static bool IsPdf(string mediaType) => mediaType == "application/pdf";

    public static bool IsText(string mediaType) => mediaType is "text/plain" or "application/xml";

    /// <summary>May be shown by the browser itself: none of them runs anything in a page of ours.</summary>
    public static bool IsShown(string mediaType) => IsImage(mediaType) || IsPdf(mediaType);

    public static async Task<string> ReadTextAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[TextBytes];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Decode(bytes.AsSpan(0, length)).TrimStart('\uFEFF');
    }

    // UTF-8, of which the last character may be cut; what is not comes from older programs here.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            try
            {
                return Utf8.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException)
            {
            }
        }

        return Encoding.Latin1.GetString(bytes);
    }
}
