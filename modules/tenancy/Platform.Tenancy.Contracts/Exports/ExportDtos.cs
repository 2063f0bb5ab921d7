namespace Platform.Tenancy;

/// <summary>How far an export has come. Its text is "ExportState:{name}".</summary>
public enum ExportState
{
    /// <summary>It is being made.</summary>
    Running,

    /// <summary>It can be downloaded.</summary>
    Done,

    /// <summary>It could not be made; another one can be started.</summary>
    Failed,
}

/// <summary>An export of everything that a company owns.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="State">Now.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="RowsDone">Records written.</param>
/// <param name="RowsTotal">Records there were at the start.</param>
/// <param name="FilesDone">Documents and bank files copied.</param>
/// <param name="FilesTotal">Of so many; 0 until they are counted.</param>
/// <param name="Size">Bytes of the zip so far.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="StartedBy">Name of the person.</param>
/// <param name="FinishedAt">UTC; null while it runs.</param>
/// <param name="ExpiresAt">UTC; when the zip is removed. Null until it is done.</param>
public sealed record ExportDto(
    Guid Id, ExportState State, int Percent, long RowsDone, long RowsTotal, long FilesDone, long FilesTotal, long Size, DateTime StartedAt, string? StartedBy, DateTime? FinishedAt,
    DateTime? ExpiresAt);

/// <summary>The zip of an export.</summary>
/// <param name="FileName">To keep it under.</param>
/// <param name="EntityTag">Strong: the same zip has the same.</param>
/// <param name="At">UTC.</param>
/// <param name="Content">Can be sought; disposed by whoever sends it, after the request's company is no longer current.</param>
public sealed record ExportDownload(string FileName, string EntityTag, DateTime At, Stream Content);
