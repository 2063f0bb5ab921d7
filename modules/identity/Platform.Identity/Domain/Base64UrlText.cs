using System.Buffers;
using System.Buffers.Text;

namespace Platform.Identity;

internal static class Base64UrlText
{
    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Null for anything malformed; Base64Url.TryDecodeFromChars throws there, its Try is about room in the target only.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
