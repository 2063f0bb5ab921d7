namespace Platform.Sepa;

/// <summary>What a file holds.</summary>
public enum ImportKind
{
    /// <summary>Mandates.</summary>
    Mandates,

    /// <summary>Collections on existing mandates.</summary>
    Collections,

    /// <summary>Credit transfers.</summary>
    Transfers,
}

/// <summary>What a file is written in.</summary>
public enum ImportFormat
{
    /// <summary>Delimited text.</summary>
    Csv,

    /// <summary>The first sheet of a workbook.</summary>
    Xlsx,

    /// <summary>pain.001: transfers, as they are sent to a bank.</summary>
    Pain001,

    /// <summary>pain.008: direct debits, as they are sent to a bank.</summary>
    Pain008,
}

/// <summary>State of an import.</summary>
public enum ImportStatus
{
    /// <summary>Read and checked; nothing of it is business data yet.</summary>
    Staged,

    /// <summary>Its rows became business data.</summary>
    Confirmed,

    /// <summary>Thrown away.</summary>
    Discarded,

    /// <summary>Confirmed, and taken back as a whole.</summary>
    Undone,
}

/// <summary>State of a row.</summary>
public enum ImportRowState
{
    /// <summary>Will be imported.</summary>
    Valid,

    /// <summary>Blocks the confirmation until corrected or skipped.</summary>
    Invalid,

    /// <summary>Left out by a person.</summary>
    Skipped,
}

/// <summary>Limits shown before an upload.</summary>
public static class ImportLimits
{
    /// <summary>64 MiB.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Rows below the header.</summary>
    public const int MaxRows = 250_000;

    /// <summary>IANA names of the encodings that are read.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["utf-8", "windows-1252", "utf-16", "utf-16BE"];

    /// <summary>Delimiters that are read.</summary>
    public static IReadOnlyList<string> Delimiters { get; } = [";", ",", "\t", "|"];
}

/// <summary>An import.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Mandates, collections or transfers.</param>
/// <param name="Format">What the file is written in.</param>
/// <param name="FileName">As uploaded, without folders.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Status">State.</param>
/// <param name="Dialect">How the file was read.</param>
/// <param name="Columns">The header's cells.</param>
/// <param name="Mapping">Field to column index, from 0.</param>
/// <param name="Rows">All rows.</param>
/// <param name="ValidRows">Rows that will be (were) imported.</param>
/// <param name="InvalidRows">Rows that block.</param>
/// <param name="SkippedRows">Rows left out.</param>
/// <param name="WarningRows">Rows with a warning; they do not block.</param>
/// <param name="ValidTotal">Euro of the valid rows of a collection import: reconcile it with your books.</param>
/// <param name="DuplicateOf">An earlier confirmed import of the very same file.</param>
/// <param name="CreatedByName">Who uploaded it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ConfirmedByName">Who confirmed it.</param>
/// <param name="ConfirmedAt">UTC.</param>
/// <param name="UndoneByName">Who took it back.</param>
/// <param name="UndoneAt">UTC.</param>
public sealed record ImportBatchDto(
    Guid Id, ImportKind Kind, ImportFormat Format, string FileName, string Sha256, long Size, ImportStatus Status, ImportDialectDto Dialect,
    IReadOnlyList<string> Columns, IReadOnlyDictionary<ImportField, int> Mapping, int Rows, int ValidRows, int InvalidRows, int SkippedRows,
    int WarningRows, decimal ValidTotal, ImportReferenceDto? DuplicateOf, string? CreatedByName, DateTime CreatedAt,
    string? ConfirmedByName, DateTime? ConfirmedAt, string? UndoneByName, DateTime? UndoneAt);

/// <summary>Another import, to link to.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">Its file.</param>
/// <param name="ConfirmedAt">UTC.</param>
public sealed record ImportReferenceDto(Guid Id, string FileName, DateTime ConfirmedAt);

/// <summary>How a file is read: detected, and correctable by a person.</summary>
/// <param name="Encoding">One of <see cref="ImportLimits.Encodings"/>; empty where the format leaves no choice.</param>
/// <param name="Delimiter">";", ",", "|" or a tab; empty where the format leaves no choice.</param>
/// <param name="DecimalSign">Of the amounts.</param>
public sealed record ImportDialectDto(string Encoding, string Delimiter, DecimalSign DecimalSign);

/// <summary>A row of an import.</summary>
/// <param name="Id">Key.</param>
/// <param name="Line">Line of the file, or place among the orders of a payment file, from 1.</param>
/// <param name="State">Whether it will be imported.</param>
/// <param name="Values">Text by field, as in the file or as corrected.</param>
/// <param name="Findings">What is wrong or noteworthy.</param>
/// <param name="Corrected">A person changed it after the upload.</param>
public sealed record ImportRowDto(
    Guid Id, int Line, ImportRowState State, IReadOnlyDictionary<ImportField, string> Values, IReadOnlyList<ImportFindingDto> Findings, bool Corrected);

/// <summary>Something found in a row.</summary>
/// <param name="Field">Field; null for the row as a whole.</param>
/// <param name="Column">The file's name for it: a column, or the path of an element.</param>
/// <param name="Code">One of <see cref="SepaErrorCodes"/>.</param>
/// <param name="Severity">Errors block.</param>
/// <param name="Value">The value, cut to 100 characters.</param>
/// <param name="Message">In the language of the request.</param>
public sealed record ImportFindingDto(ImportField? Field, string Column, string Code, FindingSeverity Severity, string? Value, string Message);

/// <summary>A field that a file of a kind may have.</summary>
/// <param name="Field">What it means.</param>
/// <param name="Label">For people.</param>
/// <param name="Required">The file must have it.</param>
public sealed record ImportFieldDto(ImportField Field, string Label, bool Required);

/// <summary>A file to stage.</summary>
/// <param name="Kind">What it holds; a payment file says so itself, whatever is given here.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Content">Read once, forward only.</param>
/// <param name="CreditorAccountId">Whose creditor identifier the mandates belong to; null when the company has only one.</param>
public sealed record StageImportInput(ImportKind? Kind, string FileName, Stream Content, Guid? CreditorAccountId = null);

/// <summary>Reads a staged import again in another way.</summary>
/// <param name="Dialect">Null keeps the present one.</param>
/// <param name="Mapping">Field to column index from 0; null keeps the present one.</param>
public sealed record RereadImportDto(ImportDialectDto? Dialect = null, IReadOnlyDictionary<ImportField, int>? Mapping = null);

/// <summary>Corrects a row.</summary>
/// <param name="Values">Text by field; fields left out keep theirs.</param>
public sealed record CorrectRowDto(IReadOnlyDictionary<ImportField, string?> Values);

/// <summary>Which imports.</summary>
/// <param name="Status">Only these.</param>
/// <param name="Kind">Only these.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetImportsInput(ImportStatus? Status = null, ImportKind? Kind = null, string? Cursor = null, int PageSize = 25);

/// <summary>Which rows of an import.</summary>
/// <param name="State">Only these.</param>
/// <param name="WithFindings">Only rows with errors or warnings.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 500.</param>
public sealed record GetImportRowsInput(ImportRowState? State = null, bool WithFindings = false, string? Cursor = null, int PageSize = 50);

/// <summary>Confirms an import.</summary>
/// <param name="AcceptSameFile">Compulsory when <see cref="ImportBatchDto.DuplicateOf"/> is set.</param>
public sealed record ConfirmImportDto(bool AcceptSameFile = false);

/// <summary>What a confirmation did; the same at each repetition.</summary>
/// <param name="Id">The import.</param>
/// <param name="Imported">Records made.</param>
/// <param name="Skipped">Rows left out.</param>
/// <param name="Total">Euro of the collections made.</param>
public sealed record ImportResultDto(Guid Id, int Imported, int Skipped, decimal Total);
