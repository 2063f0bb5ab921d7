namespace Platform.Sepa;

/// <summary>What a workbook may cost: it is packed, and may unfold to a thousand times what was sent.</summary>
internal sealed record XlsxLimits
{
    public static readonly XlsxLimits Default = new();

    public long UnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed, of parts that are not small anyway.</summary>
    public int Ratio { get; init; } = 200;

    public int Parts { get; init; } = 1_000;

    /// <summary>Rows times columns of the sheet, empty ones too.</summary>
    public long Cells { get; init; } = 50_000_000;

    /// <summary>Cells that hold an error: they are kept in memory while the sheet is read.</summary>
    public int Errors { get; init; } = 100_000;

    public int Rows { get; init; } = ImportLimits.MaxRows;

    public int Columns { get; init; } = CsvLimits.Default.Columns;

    public int FieldLength { get; init; } = CsvLimits.Default.FieldLength;
}
