using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Which column of a file holds which field.</summary>
internal sealed class ColumnMap
{
    public static readonly IReadOnlyList<ImportField> MandateFields =
        [ImportField.MandateReference, ImportField.SignedOn, ImportField.DebtorName, ImportField.DebtorIban];

    public static readonly IReadOnlyList<ImportField> CollectionFields =
        [ImportField.MandateReference, ImportField.Amount];

    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<ImportField, int> _columns;
    private readonly bool _isChosen;

    private ColumnMap(IReadOnlyList<string> header, Dictionary<ImportField, int> columns, bool isChosen) =>
        (_header, _columns, _isChosen) = (header, columns, isChosen);

    /// <summary>Columns by field; to be shown, corrected and remembered.</summary>
    public IReadOnlyDictionary<ImportField, int> Columns => _columns;

    /// <summary>Recognises columns by their names; the first of two with the same meaning counts.</summary>
    public static ColumnMap Recognise(IReadOnlyList<string> header)
    {
        var columns = new Dictionary<ImportField, int>();
        for (var i = 0; i < header.Count; i++)
        {
            if (ImportHeader.Recognise(header[i]) is { } field)
                columns.TryAdd(field, i);
        }

        return new(header, columns, isChosen: false);
    }

    /// <summary>A mapping that a person chose; columns the file does not have are left out.</summary>
    public static ColumnMap Choose(IReadOnlyList<string> header, IEnumerable<KeyValuePair<ImportField, int>> columns) =>
        new(header, columns.Where(c => c.Value >= 0 && c.Value < header.Count).ToDictionary(), isChosen: true);

    /// <summary>Missing compulsory columns, or one error when not a single column name is known.</summary>
    public IReadOnlyList<FieldError> Check(IReadOnlyList<ImportField> required, int headerLine)
    {
        if (_columns.Count == 0)
            return [CsvErrors.At(headerLine, SepaErrorCodes.CsvHeader, string.Join(", ", _header))];
        return
        [
            .. required.Where(f => !_columns.ContainsKey(f))
                .Select(f => CsvErrors.At(headerLine, SepaErrorCodes.CsvColumnMissing, column: f.ToString())),
            .. _isChosen ? [] : Doubles(headerLine),
        ];
    }

    public int? ColumnOf(ImportField field) => _columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>The column's name in the file, or the field's own name.</summary>
    public string NameOf(ImportField field) => ColumnOf(field) is { } column ? _header[column] : field.ToString();

    private IEnumerable<FieldError> Doubles(int headerLine) => _header
        .Select((name, column) => (name, column, Field: ImportHeader.Recognise(name)))
        .Where(c => c.Field is { } field && IsTaken(field, c.column))
        .Select(c => CsvErrors.At(headerLine, SepaErrorCodes.CsvColumnTwice, c.name, c.name));

    private bool IsTaken(ImportField field, int column) =>
        ColumnOf(field) is { } used && used < column && ImportHeader.Recognise(_header[used]) == field;
}
