using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What an export does next.</summary>
internal enum ExportStage
{
    Planning,
    Records,
    Files,
    Closing,
    Done,
    Failed,
}

/// <summary>
/// An export of everything, and how far it has come: whoever goes on with it begins where the last committed step ended. Two that go on at
/// once are told apart by the concurrency stamp.
/// </summary>
[DisableAuditing("Start, downloads and removal are recorded as acts; its progress is no change of a record.")]
internal sealed class CompanyExport : IMultiTenant, IHasConcurrencyStamp
{
    public const int NameLength = 256;
    public const int CursorLength = 2000;

    // A file takes about as long as so many records.
    private const int FileWeight = 50;
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);

    private CompanyExport()
    {
    }

    public CompanyExport(Guid? by, string? name, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (StartedBy, StartedByName, StartedAt, ChangedAt) = (by, name, now, now);
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public ExportStage Stage { get; private set; }

    public DateTime StartedAt { get; private set; }

    public Guid? StartedBy { get; private set; }

    public string? StartedByName { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>Null while it runs; one of a company runs at a time.</summary>
    public DateTime? FinishedAt { get; private set; }

    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Of the table that comes next.</summary>
    public int NextTable { get; private set; }

    /// <summary>How many files that table has already.</summary>
    public int TableParts { get; private set; }

    /// <summary>The last row of that table that is written.</summary>
    public string? TableCursor { get; private set; }

    /// <summary>Number of the last blob that is copied.</summary>
    public long LastCopied { get; private set; }

    /// <summary>Of the last file that has a number.</summary>
    public long LastNumber { get; private set; }

    public long RowsTotal { get; private set; }

    public long RowsDone { get; private set; }

    public long FilesTotal { get; private set; }

    public long FilesDone { get; private set; }

    /// <summary>Bytes of the zip.</summary>
    public long Size { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public bool IsRunning => FinishedAt is null;

    /// <summary>Where all exports of the company keep their pieces.</summary>
    public const string Folder = "exports";

    public string BlobFolder => FolderOf(Id);

    public int Percent => Stage switch
    {
        ExportStage.Done => 100,
        ExportStage.Planning => 0,
        // More may be there than was counted at the start.
        _ => (int)Math.Min(99, 100 * (RowsDone + (FilesDone * FileWeight)) / Math.Max(1, RowsTotal + (FilesTotal * FileWeight))),
    };

    public static string FolderOf(Guid id) => $"{Folder}/{id:N}";

    public bool IsStalled(DateTime now) => IsRunning && ChangedAt + Stalled < now;

    public bool IsGivenUp(DateTime now) => IsRunning && ChangedAt + GivenUp < now;

    public void Touch(DateTime now) => ChangedAt = now;

    public void Plan(long rows, long files) => (Stage, RowsTotal, FilesTotal, LastNumber) = (ExportStage.Records, rows, files, files);

    public long TakeNumber() => ++LastNumber;

    public void Written(long rows, string? cursor)
    {
        RowsDone += rows;
        (NextTable, TableParts, TableCursor) = cursor is null ? (NextTable + 1, 0, null) : (NextTable, TableParts + 1, cursor);
    }

    public void RecordsAreDone() => Stage = ExportStage.Files;

    public void Copied(long number) => (LastCopied, FilesDone) = (number, FilesDone + 1);

    public void FilesAreDone() => Stage = ExportStage.Closing;

    public CompanyExportPiece Append(string blob, long length)
    {
        var piece = new CompanyExportPiece { ExportId = Id, Offset = Size, Length = length, Blob = blob };
        Size += length;
        return piece;
    }

    public void Finish(DateTime now) => (Stage, FinishedAt, ExpiresAt) = (ExportStage.Done, now, now.AddDays(ExportLimits.Days));

    public void Fail(DateTime now) => (Stage, FinishedAt, ExpiresAt) = (ExportStage.Failed, now, now.AddDays(ExportLimits.Days));

    public ExportDto ToDto() => new(
        Id, Stage switch { ExportStage.Done => ExportState.Done, ExportStage.Failed => ExportState.Failed, _ => ExportState.Running }, Percent, RowsDone, RowsTotal, FilesDone, FilesTotal,
        Size, StartedAt, StartedByName, FinishedAt, ExpiresAt);
}
