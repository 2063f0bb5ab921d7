using Microsoft.EntityFrameworkCore;

namespace Platform.Tenancy;

internal static class ExportConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CompanyExport>(e =>
        {
            e.ToTable("TenancyExports");
            e.Property(x => x.StartedByName).HasMaxLength(CompanyExport.NameLength);
            e.Property(x => x.TableCursor).HasMaxLength(CompanyExport.CursorLength);
            e.HasIndex(x => new { x.TenantId, x.StartedAt });
            // One at a time.
            e.HasIndex(x => x.TenantId).IsUnique().HasFilter("\"FinishedAt\" IS NULL");
        });
        modelBuilder.Entity<CompanyExportFile>(e =>
        {
            e.ToTable("TenancyExportFiles");
            e.HasKey(f => new { f.ExportId, f.Number });
            e.Property(f => f.Path).HasMaxLength(CompanyExportFile.PathLength);
            e.Property(f => f.Blob).HasMaxLength(CompanyExportFile.BlobLength);
            e.Property(f => f.Sha256).HasMaxLength(CompanyExportFile.HashLength);
            e.HasIndex(f => new { f.ExportId, f.Blob });
            e.HasOne<CompanyExport>().WithMany().HasForeignKey(f => f.ExportId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<CompanyExportPiece>(e =>
        {
            e.ToTable("TenancyExportPieces");
            e.HasKey(p => new { p.ExportId, p.Offset });
            e.Property(p => p.Blob).HasMaxLength(CompanyExportPiece.BlobLength);
            e.HasOne<CompanyExport>().WithMany().HasForeignKey(p => p.ExportId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
