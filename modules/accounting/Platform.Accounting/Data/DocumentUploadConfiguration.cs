using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class DocumentUploadConfiguration
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<DocumentUpload>(e =>
    {
        e.ToTable("AccountingDocumentUploads");
        e.Property(u => u.Name).HasMaxLength(Document.NameLength);
        e.Ignore(u => u.NextLength);
        e.Ignore(u => u.ChunkNames);
        e.HasIndex(u => new { u.TenantId, u.ChangedAt });
    });
}
