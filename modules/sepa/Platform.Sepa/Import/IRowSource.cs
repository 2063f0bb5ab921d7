namespace Platform.Sepa;

/// <summary>A file as a header and rows of cells, whatever it is written in. What is wrong with the file as a whole ends the reading.</summary>
internal interface IRowSource
{
    ImportFormat Format { get; }

    /// <summary>What the file says it holds; null where a person has to say it.</summary>
    ImportKind? Kind { get; }

    /// <summary>How text is written; null where the format leaves no choice.</summary>
    CsvDialect? Dialect { get; }

    /// <summary>Column names as they stand in the file.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>Which column holds which field, where the format itself says so; null where names are recognised or chosen.</summary>
    IReadOnlyDictionary<ImportField, int>? Columns { get; }

    /// <summary>The decimal sign of a column; unknown when nothing decides.</summary>
    DecimalSign DecimalSignOf(int? column);

    /// <summary>All rows from the beginning. A fatal row is the last.</summary>
    /// <param name="decimalSign">Of numbers that the file holds as such; those written as text stay as they are.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="Platform.Kernel.InputException">The file as a whole is refused: nothing of it counts.</exception>
    IAsyncEnumerable<FileRow> ReadRowsAsync(DecimalSign decimalSign, CancellationToken cancellationToken = default);
}
