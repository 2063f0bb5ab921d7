using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// A file that comes in chunks, each a blob named after the upload and its offset. The row is there before the first chunk and outlives
/// the completion by a day, so that a repeated call is answered alike.
/// </summary>
[DisableAuditing("The document that it becomes, or its refusal, is recorded.")]
internal sealed class DocumentUpload : IMultiTenant
{
    /// <summary>Where all chunks of the company are kept.</summary>
    public const string Folder = "uploads";

    /// <summary>How long nothing may happen to an upload.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private DocumentUpload()
    {
    }

    public DocumentUpload(string name, long size, DocumentType type, Guid? personId, DateTime now) =>
        (Id, Name, Size, Type, PersonId, ChangedAt) = (Guid.CreateVersion7(), name, size, type, personId, now);

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>In bytes, as announced.</summary>
    public long Size { get; private set; }

    public DocumentType Type { get; private set; }

    /// <summary>Whose it is; null for the system.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Bytes that are durable.</summary>
    public long Received { get; private set; }

    /// <summary>What became of it; null until it is completed.</summary>
    public Guid? DocumentId { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public int NextLength => (int)Math.Min(DocumentLimits.ChunkBytes, Size - Received);

    public IEnumerable<string> ChunkNames
    {
        get
        {
            for (var offset = 0L; offset < Size; offset += DocumentLimits.ChunkBytes)
                yield return ChunkName(offset);
        }
    }

    public string ChunkName(long offset) => $"{Folder}/{Id:N}/{offset}";

    /// <summary>Of which upload a blob is; null for none.</summary>
    public static Guid? IdOf(string chunkName) => Guid.TryParseExact(chunkName.Split('/')[1], "N", out var id) ? id : null;

    public void Complete(Guid documentId, DateTime now) => (DocumentId, ChangedAt) = (documentId, now);
}
