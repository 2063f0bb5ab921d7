using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>An uploaded file on its way to business data.</summary>
[ExportedFile("{BlobName}", "bank-files/{FileName}")]
internal sealed class ImportBatch : SepaEntity, IHasConcurrencyStamp
{
    public ImportBatch(string fileName, Actor creator, DateTime now)
    {
        FileName = fileName;
        (CreatedBy, CreatedByName, CreatedAt) = (creator.Id, creator.Name, now);
        BlobName = $"imports/{Id:N}";
    }

    private ImportBatch()
    {
    }

    public ImportKind Kind { get; private set; }

    public ImportFormat Format { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Whose mandates the references mean.</summary>
    public string CreditorKey { get; private set; } = "";

    public string BlobName { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Size { get; private set; }

    public ImportStatus Status { get; private set; }

    public string Encoding { get; private set; } = "";

    public string Delimiter { get; private set; } = "";

    public int SkippedLines { get; private set; }

    public DecimalSign DecimalSign { get; private set; }

    /// <summary>JSON array of the header's cells.</summary>
    public string Columns { get; private set; } = "[]";

    /// <summary>JSON object: field to column.</summary>
    public string Mapping { get; private set; } = "{}";

    public int RowCount { get; private set; }

    public int ValidRows { get; private set; }

    public int InvalidRows { get; private set; }

    public int SkippedRows { get; private set; }

    public int WarningRows { get; private set; }

    public long ValidCents { get; private set; }

    public Guid? DuplicateOfId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public string? CreatedByName { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public string? ConfirmedByName { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public Guid? UndoneBy { get; private set; }

    public string? UndoneByName { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    /// <summary>A payment file says itself what its elements mean.</summary>
    public bool IsPaymentFile => Format is ImportFormat.Pain001 or ImportFormat.Pain008;

    public void SetFile(string sha256, long size) => (Sha256, Size) = (sha256, size);

    public void SetContent(ImportFormat format, ImportKind kind, string creditorKey) => (Format, Kind, CreditorKey) = (format, kind, creditorKey);

    public void SetDuplicateOf(Guid? earlier) => DuplicateOfId = earlier;

    public void SetReading(CsvDialect? dialect, DecimalSign decimalSign, string columns, string mapping)
    {
        RequireStaged();
        (Encoding, Delimiter, SkippedLines) = (dialect?.Encoding.WebName ?? "", $"{dialect?.Delimiter}", dialect?.SkippedLines ?? 0);
        (DecimalSign, Columns, Mapping) = (decimalSign, columns, mapping);
    }

    public void SetCounts(ImportCounts counts)
    {
        RequireStaged();
        (RowCount, ValidRows, InvalidRows, SkippedRows) = (counts.Valid + counts.Invalid + counts.Skipped, counts.Valid, counts.Invalid, counts.Skipped);
        (WarningRows, ValidCents) = (counts.Warnings, counts.ValidCents);
    }

    public void Confirm(bool acceptSameFile, Actor actor, DateTime now)
    {
        RequireStaged();
        if (InvalidRows > 0)
            throw new BusinessException(SepaErrorCodes.ImportHasInvalidRows).WithData("count", InvalidRows);
        if (ValidRows == 0)
            throw new BusinessException(SepaErrorCodes.ImportEmpty);
        if (DuplicateOfId is not null && !acceptSameFile)
            throw new BusinessException(SepaErrorCodes.ImportSameFile).WithData("file", FileName);
        Status = ImportStatus.Confirmed;
        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (actor.Id, actor.Name, now);
    }

    public void Undo(Actor actor, DateTime now)
    {
        if (Status != ImportStatus.Confirmed)
            throw new BusinessException(SepaErrorCodes.ImportNotConfirmed).WithData("file", FileName);
        Status = ImportStatus.Undone;
        (UndoneBy, UndoneByName, UndoneAt) = (actor.Id, actor.Name, now);
    }

    public void Discard()
    {
        RequireStaged();
        Status = ImportStatus.Discarded;
    }

    public void RequireStaged()
    {
        if (Status != ImportStatus.Staged)
            throw new BusinessException(SepaErrorCodes.ImportNotStaged).WithData("file", FileName).WithData("status", Status);
    }
}

internal readonly record struct ImportCounts(int Valid, int Invalid, int Skipped, int Warnings, long ValidCents);
