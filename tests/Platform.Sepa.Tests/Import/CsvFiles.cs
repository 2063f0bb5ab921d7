using System.Text;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

internal static class CsvFiles
{
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async Task<CsvDocument> OpenAsync(string text, Encoding? encoding = null, CsvLimits? limits = null)
    {
        var (document, error) = await TryOpenAsync(Bytes(text, encoding ?? new UTF8Encoding(false)), limits);
        error.ShouldBeNull();
        return document.ShouldNotBeNull();
    }

    public static Task<(CsvDocument? Document, FieldError? Error)> TryOpenAsync(byte[] file, CsvLimits? limits = null) =>
        CsvDocument.OpenAsync(new MemoryStream(file), limits, null, TestContext.Current.CancellationToken);

    public static async Task<List<FileRow>> RowsAsync(this CsvDocument document)
    {
        var rows = new List<FileRow>();
        await foreach (var row in document.ReadRowsAsync(TestContext.Current.CancellationToken))
            rows.Add(row);
        return rows;
    }

    public static async Task<List<FileRow>> ReadAsync(string text, CsvLimits? limits = null) =>
        await (await OpenAsync(text, limits: limits)).RowsAsync();

    public static byte[] Bytes(string text, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}
