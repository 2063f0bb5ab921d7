using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class DocumentConfiguration
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<Document>(e =>
    {
        e.ToTable("AccountingDocuments");
        e.Property(d => d.Name).HasMaxLength(Document.NameLength);
        e.Property(d => d.MediaType).HasMaxLength(Document.MediaTypeLength);
        e.Property(d => d.Sha256).HasMaxLength(Document.HashLength);
        e.Property(d => d.UploadedByName).HasMaxLength(Document.PersonLength);
        e.Property(d => d.MailedBy).HasMaxLength(ReceivedMail.SenderLength);
        e.Property(d => d.MailSubject).HasMaxLength(ReceivedMail.TextLength);
        e.Property(d => d.MailMessageId).HasMaxLength(ReceivedMail.TextLength);
        e.Property(d => d.Tags).HasMaxLength(Document.TagsLength);
        e.Property(d => d.SearchText).HasMaxLength(Document.SearchLength);
        e.Ignore(d => d.BlobName);
        e.Ignore(d => d.TagList);
        e.HasIndex(d => new { d.TenantId, d.Id });
        e.HasIndex(d => new { d.TenantId, d.Sha256 });
        e.HasIndex(d => new { d.TenantId, d.TrashedAt });
    });
}
