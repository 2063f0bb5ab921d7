using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Tells by its first bytes what a file is written in.</summary>
internal static class RowSources
{
    private const int HeadBytes = 64;

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    /// <summary>Marks of UTF-8 and UTF-16, the zeros of the latter, and white space.</summary>
    private static ReadOnlySpan<byte> BeforeMarkup => [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];

    /// <summary>Opens a seekable stream, which stays open and must not be used for anything else while rows are read.</summary>
    /// <exception cref="InputException">The file cannot be read, with its place.</exception>
    public static async Task<IRowSource> OpenAsync(Stream file, CsvDialect? chosen = null, CancellationToken cancellationToken = default)
    {
        var head = new byte[HeadBytes];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        if (head.AsSpan(0, length).StartsWith(Zip))
            return XlsxDocument.Open(file);
        if (IsMarkup(head.AsSpan(0, length)))
            return PaymentDocument.Open(file);
        var (document, error) = await CsvDocument.OpenAsync(file, chosen: chosen, cancellationToken: cancellationToken);
        return document ?? throw new InputException(error!);
    }

    private static bool IsMarkup(ReadOnlySpan<byte> head) => head.IndexOfAnyExcept(BeforeMarkup) is var first and >= 0 && head[first] == (byte)'<';
}
