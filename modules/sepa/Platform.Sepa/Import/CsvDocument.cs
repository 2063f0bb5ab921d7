using System.Runtime.CompilerServices;
using System.Text;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// A delimited text file whose encoding, delimiter and header are known. Whatever the file holds, reading ends in rows and errors,
/// never in an exception; memory does not grow with the file.
/// </summary>
internal sealed class CsvDocument : IRowSource
{
    private const int SampleChars = 64 * 1024;
    private const int SampleRows = 200;

    private readonly Stream _file;
    private readonly CsvLimits _limits;

    private CsvDocument(Stream file, CsvLimits limits, CsvDialect dialect) => (_file, _limits, Dialect) = (file, limits, dialect);

    public ImportFormat Format => ImportFormat.Csv;

    public ImportKind? Kind => null;

    public CsvDialect Dialect { get; }

    CsvDialect? IRowSource.Dialect => Dialect;

    public IReadOnlyDictionary<ImportField, int>? Columns => null;

    /// <summary>Column names as they stand in the file, trimmed.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Line of the header, from 1.</summary>
    public int HeaderLine { get; private set; }

    /// <summary>The first readable rows, to choose columns and to find the decimal sign.</summary>
    public IReadOnlyList<FileRow> Sample { get; private set; } = [];

    /// <summary>
    /// Opens a seekable stream, which stays open and must not be used for anything else while rows are read. A person's choice of
    /// encoding and delimiter replaces what would be found.
    /// </summary>
    public static async Task<(CsvDocument? Document, FieldError? Error)> OpenAsync(
        Stream file, CsvLimits? limits = null, CsvDialect? chosen = null, CancellationToken cancellationToken = default)
    {
        limits ??= CsvLimits.Default;
        if (file.Length > limits.FileBytes)
            return (null, FileErrors.At(1, SepaErrorCodes.CsvTooLarge));
        var (encoding, error) = await CsvEncodingDetector.DetectAsync(file, cancellationToken);
        if (encoding is null)
            return (null, error);
        var sample = await ReadSampleAsync(file, encoding, cancellationToken);
        if (string.IsNullOrWhiteSpace(sample))
            return (null, FileErrors.At(1, SepaErrorCodes.CsvEmpty));
        var (delimiter, skipped) = CsvDelimiterDetector.Detect(sample);
        var document = new CsvDocument(file, limits, chosen ?? new(encoding, delimiter, skipped));
        return await document.ReadHeadAsync(cancellationToken) is { } headError ? (null, headError) : (document, null);
    }

    /// <summary>The decimal sign of a column, from the sample.</summary>
    public DecimalSign DecimalSignOf(int? column) =>
        column is { } i ? DecimalSignDetector.Detect(Sample.Select(r => r.Cells[i])) : DecimalSign.Unknown;

    /// <summary>
    /// All rows below the header from the beginning, at every call. Rows without any text are passed over. A fatal row is the last.
    /// </summary>
    public async IAsyncEnumerable<FileRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = Open();
        await reader.ReadAsync(cancellationToken);
        var count = 0;
        while (await reader.ReadAsync(cancellationToken) is { } row)
        {
            if (++count > _limits.Rows)
                row = FileRow.Refused(FileErrors.At(row.Line, SepaErrorCodes.CsvTooManyRows), isFatal: true);
            yield return row;
            if (row.IsFatal)
                yield break;
        }

        if (count == 0)
            yield return FileRow.Refused(FileErrors.At(HeaderLine, SepaErrorCodes.CsvNoRows), isFatal: true);
    }

    // Every number is text here.
    IAsyncEnumerable<FileRow> IRowSource.ReadRowsAsync(DecimalSign decimalSign, CancellationToken cancellationToken) => ReadRowsAsync(cancellationToken);

    private static async Task<string> ReadSampleAsync(Stream file, Encoding encoding, CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var chars = new char[SampleChars];
        var length = await reader.ReadBlockAsync(chars, cancellationToken);
        return new(chars, 0, length);
    }

    private async Task<FieldError?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        using var reader = Open();
        var header = await reader.ReadAsync(cancellationToken);
        if (header is null || header.Errors.Count > 0)
            return header?.Errors[0] ?? FileErrors.At(1, SepaErrorCodes.CsvEmpty);
        if (header.Cells.Count > _limits.Columns)
            return FileErrors.At(header.Line, SepaErrorCodes.CsvHeader);
        (Header, HeaderLine) = ([.. header.Cells.Select(c => c.Trim())], header.Line);
        Sample = await ReadSampleRowsAsync(reader, cancellationToken);
        return null;
    }

    private static async Task<List<FileRow>> ReadSampleRowsAsync(CsvRowReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<FileRow>();
        while (rows.Count < SampleRows && await reader.ReadAsync(cancellationToken) is { IsFatal: false } row)
        {
            if (row.Errors.Count == 0)
                rows.Add(row);
        }

        return rows;
    }

    private CsvRowReader Open()
    {
        _file.Position = 0;
        return new(_file, Dialect, _limits);
    }
}
