using System.Runtime.CompilerServices;
using ExcelDataReader;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>The first sheet of a workbook; a row's line is its number in the sheet.</summary>
internal sealed class XlsxDocument : IRowSource
{
    private const int SampleRows = 200;

    private readonly Stream _file;
    private readonly XlsxLimits _limits;
    private readonly IReadOnlyDictionary<(int Line, int Column), string> _errors;

    // Texts that amounts were typed as: numbers have no sign to be recognised.
    private readonly List<string[]> _texts = [];

    // The package looks for windows-1252 even where a file is XML.
    static XlsxDocument() => CodePages.Register();

    private XlsxDocument(Stream file, XlsxLimits limits) => (_file, _limits, _errors) = (file, limits, XlsxPackage.Check(file, limits));

    public ImportFormat Format => ImportFormat.Xlsx;

    public ImportKind? Kind => null;

    public CsvDialect? Dialect => null;

    public IReadOnlyList<string> Header { get; private set; } = [];

    public IReadOnlyDictionary<ImportField, int>? Columns => null;

    /// <exception cref="InputException">No workbook, or one that costs too much.</exception>
    public static XlsxDocument Open(Stream file, XlsxLimits? limits = null)
    {
        var document = new XlsxDocument(file, limits ?? XlsxLimits.Default);
        document.ReadHead();
        return document;
    }

    public DecimalSign DecimalSignOf(int? column)
    {
        var sign = column is { } i ? DecimalSignDetector.Detect(_texts.Select(r => r[i])) : DecimalSign.Unknown;
        return sign == DecimalSign.Unknown ? DecimalSign.Point : sign;
    }

    public async IAsyncEnumerable<FileRow> ReadRowsAsync(DecimalSign decimalSign, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        using var sheet = new XlsxSheet(_file, _errors, _limits);
        sheet.Read();
        var count = 0;
        while (sheet.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > _limits.Rows)
                throw new InputException(FileErrors.At(sheet.Line, SepaErrorCodes.CsvTooManyRows));
            yield return Row(sheet, decimalSign);
        }

        if (count == 0)
            throw new InputException(FileErrors.At(sheet.Line, SepaErrorCodes.CsvNoRows));
    }

    private void ReadHead()
    {
        using var sheet = new XlsxSheet(_file, _errors, _limits);
        if (!sheet.Read())
            throw new InputException(FileErrors.At(1, SepaErrorCodes.CsvEmpty));
        var names = sheet.Texts(DecimalSign.Point, sheet.Width);
        Header = [.. names.Take(Array.FindLastIndex(names, n => n.Length > 0) + 1).Select(n => n.Trim())];
        if (Header.Count > _limits.Columns)
            throw new InputException(FileErrors.At(sheet.Line, SepaErrorCodes.CsvHeader));
        while (_texts.Count < SampleRows && sheet.Read())
            _texts.Add(sheet.Texts(DecimalSign.Point, Header.Count, onlyTyped: true));
    }

    private FileRow Row(XlsxSheet sheet, DecimalSign decimalSign)
    {
        var cells = sheet.Texts(decimalSign, Header.Count);
        return Array.Find(cells, c => c.Length > _limits.FieldLength) is { } tooLong
            ? FileRow.Refused(FileErrors.At(sheet.Line, SepaErrorCodes.CsvFieldTooLong, tooLong))
            : new FileRow(sheet.Line, cells, []);
    }
}
