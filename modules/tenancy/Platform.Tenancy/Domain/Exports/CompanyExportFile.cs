using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>A file of an export: planned with its blob, or written straight away. What the zip's directory and the manifest are made from.</summary>
[NotExported("The list of an export's files is its manifest.")]
[DisableAuditing("Belongs to an export, whose acts are recorded.")]
internal sealed class CompanyExportFile : IMultiTenant
{
    public const int PathLength = 400;
    public const int BlobLength = 400;
    public const int HashLength = 64;

    public Guid TenantId { get; set; }

    public Guid ExportId { get; set; }

    /// <summary>From 1, in the order of planning.</summary>
    public long Number { get; set; }

    public string Path { get; set; } = "";

    /// <summary>What is copied; null for records.</summary>
    public string? Blob { get; set; }

    public long? Rows { get; set; }

    public long Size { get; set; }

    public long Compressed { get; set; }

    public long Crc32 { get; set; }

    /// <summary>Lower-case hexadecimal; null as long as it is not written, and for ever where its blob was gone.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Where it begins in the zip.</summary>
    public long Offset { get; set; }

    public void Wrote(ZipEntry entry, long pieceOffset)
    {
        (Size, Compressed, Crc32, Sha256) = (entry.Size, entry.Compressed, entry.Crc32, entry.Sha256);
        Offset = pieceOffset + entry.Offset;
    }
}

/// <summary>Some of a zip's bytes: its pieces, one after the other, are the zip.</summary>
[NotExported("Where an export keeps its own bytes.")]
[DisableAuditing("Belongs to an export, whose acts are recorded.")]
internal sealed class CompanyExportPiece : IMultiTenant
{
    public const int BlobLength = 100;

    public Guid TenantId { get; set; }

    public Guid ExportId { get; set; }

    public long Offset { get; set; }

    public long Length { get; set; }

    public string Blob { get; set; } = "";
}
