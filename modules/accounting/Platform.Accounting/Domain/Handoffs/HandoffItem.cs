using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A file of a handoff's zip, with all that the zip's directory says of it.</summary>
[AppendOnly]
[DisableAuditing("Part of a handoff that is audited, with each of its documents; its manifest says the same.")]
internal sealed class HandoffItem : IMultiTenant
{
    public const int NameLength = 200;
    public const int BlobNameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid HandoffId { get; init; }

    /// <summary>Place within the zip, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Path within the zip.</summary>
    public string Name { get; init; } = "";

    /// <summary>Null for the manifest and the checksums.</summary>
    public Guid? DocumentId { get; init; }

    public DocumentType? Type { get; init; }

    public long Size { get; init; }

    public string Sha256 { get; init; } = "";

    public long Crc32 { get; init; }

    public string BlobName { get; init; } = "";
}
