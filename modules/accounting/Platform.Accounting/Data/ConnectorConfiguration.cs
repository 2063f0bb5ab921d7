using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class ConnectorConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConnectorLink>(e =>
        {
            e.ToTable("AccountingConnectorLinks");
            e.Property(l => l.Id).ValueGeneratedNever();
            e.Property(l => l.Connector).HasMaxLength(ConnectorLink.NameLength);
            e.Property(l => l.Failure).HasMaxLength(ConnectorLink.CodeLength);
            e.Property(l => l.FailureValue).HasMaxLength(Document.NameLength);
            e.HasIndex(l => l.TenantId).IsUnique();
        });
        modelBuilder.Entity<DocumentDelivery>(e =>
        {
            e.ToTable("AccountingDocumentDeliveries");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Connector).HasMaxLength(ConnectorLink.NameLength);
            e.HasIndex(d => new { d.TenantId, d.DocumentId, d.Connector }).IsUnique();
        });
    }
}
