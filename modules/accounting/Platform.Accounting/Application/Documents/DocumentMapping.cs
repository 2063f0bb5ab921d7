using Platform.Kernel;

namespace Platform.Accounting;

internal static class DocumentMapping
{
    public static DocumentDto ToDto(this Document d) => new(
        d.Id, d.Name, d.Type, d.State, d.MediaType, d.Size, d.Sha256, d.TagList, d.UploadedAt, d.UploadedBy, d.UploadedByName, d.ScannedAt, d.TrashedAt, d.ConcurrencyStamp,
        d.MailedBy is null ? null : new DocumentMailDto(d.MailedBy, d.MailSubject ?? "", d.MailMessageId ?? ""));

    public static DocumentUploadDto ToDto(this DocumentUpload u) => new(u.Id, u.Name, u.Size, DocumentLimits.ChunkBytes, u.Received, u.DocumentId);

    /// <summary>Numbers that name no type come through JSON.</summary>
    public static DocumentType Checked(this DocumentType type) =>
        Enum.IsDefined(type) ? type : throw new InputException(new FieldError("Type", AccountingErrorCodes.Required, $"{type}"));
}
