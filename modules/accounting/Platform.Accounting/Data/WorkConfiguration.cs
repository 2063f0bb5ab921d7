using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class WorkConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DocumentMessage>(e =>
        {
            e.ToTable("AccountingDocumentMessages");
            e.Property(m => m.Text).HasMaxLength(DocumentMessage.TextLength);
            e.Property(m => m.By).HasMaxLength(Document.PersonLength);
            e.Property(m => m.Firm).HasMaxLength(Accountant.NameLength);
            e.HasIndex(m => new { m.TenantId, m.DocumentId, m.Id });
        });
        modelBuilder.Entity<QueueItem>(e =>
        {
            e.ToTable("AccountingQueueItems");
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.Name).HasMaxLength(Document.NameLength);
            e.Property(i => i.SearchText).HasMaxLength(QueueItem.SearchLength);
            e.HasIndex(i => new { i.TenantId, i.DocumentId }).IsUnique();
            e.HasIndex(i => new { i.TenantId, i.Id });
            e.HasIndex(i => new { i.TenantId, i.ClientId, i.State });
        });
    }
}
