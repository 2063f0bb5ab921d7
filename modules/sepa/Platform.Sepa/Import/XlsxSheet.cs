using ExcelDataReader;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Walks through the rows of a workbook's first sheet that hold anything.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private readonly IExcelDataReader _reader;
    private readonly IReadOnlyDictionary<(int Line, int Column), string> _errors;

    public XlsxSheet(Stream file, IReadOnlyDictionary<(int Line, int Column), string> errors, XlsxLimits limits)
    {
        _errors = errors;
        file.Position = 0;
        _reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        if ((long)_reader.RowCount * _reader.FieldCount <= limits.Cells)
            return;
        _reader.Dispose();
        throw new InputException(FileErrors.At(1, SepaErrorCodes.XlsxTooLarge));
    }

    public int Line { get; private set; } = 1;

    public int Width => _reader.FieldCount;

    /// <summary>The next row with any text; false at the end.</summary>
    public bool Read()
    {
        while (Guarded(_reader.Read))
        {
            Line = _reader.Depth + 1;
            if (Enumerable.Range(0, Width).Any(i => Text(i, DecimalSign.Point).AsSpan().Trim().Length > 0))
                return true;
        }

        return false;
    }

    /// <param name="decimalSign">Of numbers.</param>
    /// <param name="count">As many cells, from the left.</param>
    /// <param name="onlyTyped">Cells that hold no text are empty.</param>
    public string[] Texts(DecimalSign decimalSign, int count, bool onlyTyped = false) =>
        [.. Enumerable.Range(0, count).Select(i => i >= Width || (onlyTyped && _reader.GetValue(i) is not string) ? "" : Text(i, decimalSign))];

    public void Dispose() => _reader.Dispose();

    private string Text(int column, DecimalSign decimalSign) =>
        _errors.TryGetValue((Line, column), out var error) ? error : XlsxValues.Of(_reader.GetValue(column), decimalSign);

    // The package throws what it meets inside a file: every failure is the file's.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new InputException(FileErrors.At(Line, SepaErrorCodes.XlsxUnreadable));
        }
    }
}
