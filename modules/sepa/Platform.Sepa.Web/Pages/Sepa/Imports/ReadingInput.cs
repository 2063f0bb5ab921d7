namespace Platform.Sepa.Web;

/// <summary>The form that says how a file is read.</summary>
internal sealed class ReadingInput
{
    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public DecimalSign DecimalSign { get; set; }

    /// <summary>Field name to column; -1 for none.</summary>
    public Dictionary<string, int> Columns { get; set; } = [];

    public static ReadingInput Of(ImportBatchDto import) => new()
    {
        Encoding = import.Dialect.Encoding,
        Delimiter = import.Dialect.Delimiter,
        DecimalSign = import.Dialect.DecimalSign,
        Columns = import.Mapping.ToDictionary(m => m.Key.ToString(), m => m.Value),
    };

    public RereadImportDto ToDto() => new(
        new ImportDialectDto(Encoding ?? "", Delimiter ?? "", DecimalSign),
        Columns.Where(c => c.Value >= 0).ToDictionary(c => Enum.Parse<ImportField>(c.Key), c => c.Value));
}
