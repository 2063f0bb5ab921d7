using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>A signed paper of a mandate; the bytes are a blob that never changes.</summary>
[Retained(14, "Sepa.Retained.MandateDocuments")]
[ExportedFile("{BlobName}", "documents/{FileName}")]
internal sealed class MandateDocument : SepaEntity
{
    public MandateDocument(Guid mandateId, string fileName, DocumentKind kind, Actor actor, DateTime at)
    {
        (MandateId, MediaType) = (mandateId, kind.MediaType);
        FileName = Path.GetFileNameWithoutExtension(fileName) + kind.Extension;
        BlobName = $"mandates/{mandateId:N}/{Id:N}{kind.Extension}";
        (AddedAt, AddedBy, AddedByName) = (at, actor.Id == Guid.Empty ? null : actor.Id, actor.Name);
    }

    private MandateDocument()
    {
    }

    public Guid MandateId { get; private set; }

    public string FileName { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string BlobName { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public Guid? AddedBy { get; private set; }

    public string? AddedByName { get; private set; }

    public bool IsRecord => MediaType == DocumentKind.Record.MediaType;

    public void SetFile(long size, string sha256) => (Size, Sha256) = (size, sha256);

    public MandateDocumentDto ToDto() => new(Id, FileName, MediaType, Size, Sha256, AddedAt, AddedByName, IsRecord);
}
