using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Reads records one after the other (RFC 4180) and says what is wrong with each. The first record fixes the column count.
/// </summary>
internal sealed class CsvRowReader : IDisposable
{
    private readonly StreamReader _text;
    private readonly CsvParser _parser;
    private readonly CsvDialect _dialect;
    private readonly CsvLimits _limits;
    private string? _badField;
    private int _columns;
    private int _lastLine;

    public CsvRowReader(Stream file, CsvDialect dialect, CsvLimits limits)
    {
        (_dialect, _limits) = (dialect, limits);
        _text = new StreamReader(file, dialect.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        for (var i = 0; i < dialect.SkippedLines; i++)
            _text.ReadLine();
        _parser = new CsvParser(_text, Configuration());
    }

    /// <summary>The next row that holds any text; null at the end.</summary>
    public async ValueTask<FileRow?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _parser.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Examine() is { } row)
                    return row;
            }

            return null;
        }
        catch (CsvHelperException)
        {
            // The only one left by the configuration: a cell without end.
            return FileRow.Refused(FileErrors.At(_lastLine + 1, SepaErrorCodes.CsvQuoteOpen), isFatal: true);
        }
    }

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = _dialect.Delimiter.ToString(),
        Mode = CsvMode.RFC4180,
        MaxFieldSize = _limits.RunawayFieldLength,
        DetectColumnCountChanges = false,
        IgnoreBlankLines = true,
        AllowComments = false,
        BadDataFound = bad => _badField ??= bad.Field,
    };

    private FileRow? Examine()
    {
        _badField = null;
        var cells = _parser.Record ?? [];
        var endLine = _parser.RawRow + _dialect.SkippedLines;
        var line = endLine - cells.Sum(LineBreaks);
        _lastLine = endLine;
        if (_badField is null && Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            return null;
        if (_columns == 0)
            _columns = cells.Length;
        if (line != endLine && (_badField is not null || cells.Length != _columns))
            return FileRow.Refused(FileErrors.At(line, SepaErrorCodes.CsvQuoteOpen, _badField), isFatal: true);
        return Error(cells, line) is { } error ? FileRow.Refused(error) : new(line, cells, []);
    }

    private FieldError? Error(string[] cells, int line)
    {
        if (_badField is not null)
            return FileErrors.At(line, SepaErrorCodes.CsvQuote, _badField);
        if (cells.Length != _columns)
            return FileErrors.At(line, SepaErrorCodes.CsvColumnCount, cells.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var cell in cells)
        {
            if (cell.Length > _limits.FieldLength)
                return FileErrors.At(line, SepaErrorCodes.CsvFieldTooLong, cell);
            if (cell.Contains('\0', StringComparison.Ordinal))
                return FileErrors.At(line, SepaErrorCodes.CsvNul);
        }

        return null;
    }

    private static int LineBreaks(string cell)
    {
        var count = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\n' || (cell[i] == '\r' && (i + 1 == cell.Length || cell[i + 1] != '\n')))
                count++;
        }

        return count;
    }
}
