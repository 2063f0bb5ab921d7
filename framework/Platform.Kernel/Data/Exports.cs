namespace Platform.Kernel;

/// <summary>
/// Keeps a row or a value out of the export of everything that a company owns (ABP: none), for this reason. Without it every column of
/// every <see cref="IMultiTenant"/> row is exported, so that no module has to remember it; secrets are kept out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotExportedAttribute(string reason) : Attribute
{
    /// <summary>Why; the export's manifest tells it to the company.</summary>
    public string Reason { get; } = reason;
}

/// <summary>On a <see cref="HostWideAttribute">host-wide</see> entity: a row belongs to the exports of the companies whose ids stand in these properties.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportedForAttribute(params string[] properties) : Attribute
{
    /// <summary>Names of properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>On an entity whose rows have a blob: people know it by another name. Blobs that no row names are exported under their own.</summary>
/// <param name="blob">Name of the blob, with {properties}, or {property:2} for its first two characters; a row where one is null has none.</param>
/// <param name="path">Folder and file name for people, in the same way.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExportedFileAttribute(string blob, string path) : Attribute
{
    /// <summary>"documents/{Sha256:2}/{Sha256}".</summary>
    public string Blob { get; } = blob;

    /// <summary>"documents/{Name}".</summary>
    public string Path { get; } = path;
}

/// <summary>Records of the current company that stand in no table of its own. Adds a file to its export; the scanner finds it.</summary>
public interface IExportedRecords : ITransientDependency
{
    /// <summary>Folder and name: "identity", "people".</summary>
    (string Module, string Name) File { get; }

    /// <summary>Headings.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>All records, few enough for memory, with a value for each column.</summary>
    Task<IReadOnlyList<object?[]>> ReadAsync(CancellationToken cancellationToken);
}
