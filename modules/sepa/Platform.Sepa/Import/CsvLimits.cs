namespace Platform.Sepa;

/// <summary>What a file may cost. The texts of the errors name these defaults.</summary>
internal sealed record CsvLimits
{
    public static readonly CsvLimits Default = new();

    public long FileBytes { get; init; } = 64L * 1024 * 1024;

    public int Rows { get; init; } = 250_000;

    public int FieldLength { get; init; } = 1_000;

    /// <summary>Beyond it the reader gives up: a quotation mark was not closed, and memory must not grow with the file.</summary>
    public int RunawayFieldLength { get; init; } = 64 * 1024;

    public int Columns { get; init; } = 200;
}
