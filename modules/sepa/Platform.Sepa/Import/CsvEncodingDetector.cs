using System.Text;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Finds a text file's encoding: a byte order mark decides; else UTF-16 by its zero bytes, UTF-8 when every byte fits, and
/// windows-1252, which Excel writes in western Europe. The whole file is decoded once, so that reading cannot fail later.
/// </summary>
internal static class CsvEncodingDetector
{
    private const int ChunkBytes = 64 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly byte[][] BinarySignatures =
    [
        [0x50, 0x4B, 3, 4], [0x25, 0x50, 0x44, 0x46], [0xD0, 0xCF, 0x11, 0xE0], [0x89, 0x50, 0x4E, 0x47],
        [0xFF, 0xD8, 0xFF], [0x1F, 0x8B], [0xFF, 0xFE, 0, 0],
    ];

    public static async Task<(Encoding? Encoding, FieldError? Error)> DetectAsync(Stream file, CancellationToken cancellationToken)
    {
        var head = new byte[ChunkBytes];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var marked = FromMark(head.AsSpan(0, length));
        var guessed = marked ?? FromZeros(head.AsSpan(0, length));
        if (IsBinary(head.AsSpan(0, length), guessed))
            return (null, FileErrors.At(1, SepaErrorCodes.CsvBinary));
        if (await FindBadLineAsync(file, guessed ?? Utf8, cancellationToken) is not { } badLine)
            return (guessed ?? Utf8, null);
        return marked is null && guessed is null
            ? (Windows1252, null)
            : (null, FileErrors.At(badLine, SepaErrorCodes.CsvEncoding));
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, ..] => Utf16,
        [0xFE, 0xFF, ..] => Utf16BigEndian,
        _ => null,
    };

    // Text in Latin letters has a zero in every second byte of UTF-16.
    private static Encoding? FromZeros(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        var most = head.Length / 2 * 4 / 5;
        if (most == 0 || Math.Max(even, odd) < most || Math.Min(even, odd) > most / 10)
            return null;
        return odd > even ? Utf16 : Utf16BigEndian;
    }

    private static bool IsBinary(ReadOnlySpan<byte> head, Encoding? guessed)
    {
        foreach (var signature in BinarySignatures)
        {
            if (head.StartsWith(signature))
                return true;
        }

        return guessed is null && head.Count((byte)0) > head.Length / 20;
    }

    private static async Task<int?> FindBadLineAsync(Stream file, Encoding encoding, CancellationToken cancellationToken)
    {
        var bytes = new byte[ChunkBytes];
        var chars = new char[encoding.GetMaxCharCount(ChunkBytes)];
        var decoder = encoding.GetDecoder();
        var line = 1;
        file.Position = 0;
        while (true)
        {
            var read = await file.ReadAsync(bytes, cancellationToken);
            try
            {
                var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
                line += chars.AsSpan(0, count).Count('\n');
            }
            catch (DecoderFallbackException e)
            {
                return line + bytes.AsSpan(0, Math.Clamp(e.Index, 0, read)).Count((byte)'\n');
            }

            if (read == 0)
                return null;
        }
    }
}
