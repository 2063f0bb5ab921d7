using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Which column of a file holds which field.</summary>
internal sealed class ColumnMap
{
    public static readonly IReadOnlyList<ImportField> MandateFields =
        [ImportField.MandateReference, ImportField.SignedOn, ImportField.DebtorName, ImportField.DebtorIban];

    public static readonly IReadOnlyList<ImportField> CollectionFields =
        [ImportField.MandateReference, ImportField.Amount];

    public static readonly IReadOnlyList<ImportField> TransferFields =
        [ImportField.CreditorName, ImportField.CreditorIban, ImportField.Amount];

    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<ImportField, int> _columns;

    /// <summary>What the names meant; null where a person chose.</summary>
    private readonly IReadOnlyList<ImportField?>? _recognised;

    private ColumnMap(IReadOnlyList<string> header, Dictionary<ImportField, int> columns, IReadOnlyList<ImportField?>? recognised) =>
        (_header, _columns, _recognised) = (header, columns, recognised);

    /// <summary>False where no spreadsheet wrote the cells: they may begin with any character of theirs.</summary>
    public bool MayHoldFormulas { get; private init; } = true;

    /// <summary>Columns by field; to be shown, corrected and remembered.</summary>
    public IReadOnlyDictionary<ImportField, int> Columns => _columns;

    /// <summary>Recognises columns by their names; the first of two with the same meaning counts.</summary>
    public static ColumnMap Recognise(IReadOnlyList<string> header, ImportKind kind)
    {
        var recognised = header.Select(name => ImportHeader.Recognise(name, kind)).ToList();
        var columns = new Dictionary<ImportField, int>();
        for (var i = 0; i < header.Count; i++)
        {
            if (recognised[i] is { } field)
                columns.TryAdd(field, i);
        }

        return new(header, columns, recognised);
    }

    /// <summary>A mapping that a person chose; columns the file does not have are left out.</summary>
    public static ColumnMap Choose(IReadOnlyList<string> header, IEnumerable<KeyValuePair<ImportField, int>> columns) =>
        new(header, columns.Where(c => c.Value >= 0 && c.Value < header.Count).ToDictionary(), recognised: null);

    /// <summary>Columns whose meaning the format of the file fixes.</summary>
    public static ColumnMap Fixed(IReadOnlyList<string> header, IEnumerable<KeyValuePair<ImportField, int>> columns) =>
        new(header, columns.ToDictionary(), recognised: null) { MayHoldFormulas = false };

    /// <summary>Missing compulsory columns, or one error when not a single column name is known.</summary>
    public IReadOnlyList<FieldError> Check(IReadOnlyList<ImportField> required, int headerLine)
    {
        if (_columns.Count == 0)
            return [FileErrors.At(headerLine, SepaErrorCodes.CsvHeader, string.Join(", ", _header))];
        return
        [
            .. required.Where(f => !_columns.ContainsKey(f))
                .Select(f => FileErrors.At(headerLine, SepaErrorCodes.CsvColumnMissing, column: f.ToString())),
            .. _recognised is null ? [] : Doubles(_recognised, headerLine),
        ];
    }

    public int? ColumnOf(ImportField field) => _columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>The column's name in the file, or the field's own name.</summary>
    public string NameOf(ImportField field) => ColumnOf(field) is { } column ? _header[column] : field.ToString();

    private IEnumerable<FieldError> Doubles(IReadOnlyList<ImportField?> recognised, int headerLine) => _header
        .Where((_, column) => recognised[column] is { } field && ColumnOf(field) < column)
        .Select(name => FileErrors.At(headerLine, SepaErrorCodes.CsvColumnTwice, name, name));
}
