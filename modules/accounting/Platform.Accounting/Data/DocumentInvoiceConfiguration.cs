using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class DocumentInvoiceConfiguration
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<DocumentInvoice>(e =>
    {
        e.ToTable("AccountingDocumentInvoices");
        e.HasKey(i => i.DocumentId);
        e.HasOne<Document>().WithOne().HasForeignKey<DocumentInvoice>(i => i.DocumentId).OnDelete(DeleteBehavior.Cascade);
        e.Property(i => i.DocumentId).ValueGeneratedNever();
        e.Property(i => i.SellerName).HasMaxLength(DocumentInvoice.TextLength);
        e.Property(i => i.Number).HasMaxLength(DocumentInvoice.TextLength);
        e.Property(i => i.SellerVatNumber).HasMaxLength(DocumentInvoice.CodeLength);
        e.Property(i => i.Currency).HasMaxLength(DocumentInvoice.CodeLength);
        e.Property(i => i.Iban).HasMaxLength(DocumentInvoice.CodeLength);
        e.HasIndex(i => new { i.TenantId, i.Number });
    });
}
