using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> e)
    {
        e.ToTable("SepaImportBatches");
        e.Property(b => b.Format).HasDefaultValue(ImportFormat.Csv);
        e.Property(b => b.FileName).HasMaxLength(255);
        e.Property(b => b.CreditorKey).HasMaxLength(SepaLengths.Identifier);
        e.Property(b => b.BlobName).HasMaxLength(200);
        e.Property(b => b.Sha256).HasMaxLength(ColumnLengths.Hash);
        e.Property(b => b.Encoding).HasMaxLength(20);
        e.Property(b => b.Delimiter).HasMaxLength(1);
        e.Property(b => b.CreatedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(b => b.ConfirmedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(b => b.UndoneByName).HasMaxLength(ColumnLengths.PersonName);
        e.HasIndex(b => new { b.TenantId, b.Status, b.Id });
        e.HasIndex(b => new { b.TenantId, b.Sha256 });
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> e)
    {
        e.ToTable("SepaImportRows");
        e.Property(r => r.UniqueKey).HasMaxLength(SepaLengths.Identifier);
        e.HasIndex(r => new { r.BatchId, r.Line });
        e.HasIndex(r => new { r.BatchId, r.State, r.Line });
        e.HasIndex(r => new { r.BatchId, r.UniqueKey });
        e.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportMappingConfiguration : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> e)
    {
        e.ToTable("SepaImportMappings");
        e.Property(m => m.HeaderFingerprint).HasMaxLength(ColumnLengths.Hash);
        e.HasIndex(m => new { m.TenantId, m.Kind, m.HeaderFingerprint }).IsUnique();
    }
}
