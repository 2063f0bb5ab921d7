using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal sealed class RemittanceConfiguration : IEntityTypeConfiguration<Remittance>
{
    public void Configure(EntityTypeBuilder<Remittance> e)
    {
        e.ToTable("SepaRemittances");
        e.Property(r => r.Number).HasMaxLength(20);
        e.Property(r => r.CreditorAccountName).HasMaxLength(SepaLengths.Name);
        e.Property(r => r.Title).HasMaxLength(SepaLengths.Name);
        e.Property(r => r.WarningsFingerprint).HasMaxLength(ColumnLengths.Hash);
        e.Property(r => r.Preparers).HasMaxLength(4000);
        e.Property(r => r.CreatedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(r => r.SubmittedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(r => r.RejectedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(r => r.WarningsAcknowledgedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(r => r.RejectionReason).HasMaxLength(ColumnLengths.Note);
        e.Property(r => r.ContentHash).HasMaxLength(ColumnLengths.Hash);
        e.Property(r => r.FileBlobName).HasMaxLength(200);
        e.Property(r => r.FileVersion).HasMaxLength(40);
        e.Property(r => r.FileMessageId).HasMaxLength(SepaLengths.Identifier);
        e.Property(r => r.FileSha256).HasMaxLength(ColumnLengths.Hash);
        e.Property(r => r.SearchText).HasMaxLength(100);
        e.HasIndex(r => new { r.TenantId, r.Number }).IsUnique();
        e.HasIndex(r => new { r.TenantId, r.Status, r.Id });
        e.HasOne<CreditorAccount>().WithMany().HasForeignKey(r => r.CreditorAccountId).OnDelete(DeleteBehavior.Restrict);
        e.HasMany(r => r.Approvals).WithOne().HasForeignKey(a => a.RemittanceId).OnDelete(DeleteBehavior.Restrict);
        e.Navigation(r => r.Approvals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RemittanceApprovalConfiguration : IEntityTypeConfiguration<RemittanceApproval>
{
    public void Configure(EntityTypeBuilder<RemittanceApproval> e)
    {
        e.ToTable("SepaRemittanceApprovals");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.UserName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(a => a.OnBehalfOfName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(a => a.ContentHash).HasMaxLength(ColumnLengths.Hash);
        e.HasIndex(a => new { a.RemittanceId, a.Round, a.UserId }).IsUnique();
    }
}

internal sealed class RemittanceSignatureConfiguration : IEntityTypeConfiguration<RemittanceSignature>
{
    public void Configure(EntityTypeBuilder<RemittanceSignature> e)
    {
        e.ToTable("SepaRemittanceSignatures");
        e.Property(s => s.Id).ValueGeneratedNever();
        e.Property(s => s.UserName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(s => s.CertificateSubject).HasMaxLength(RemittanceSignature.SubjectLength);
        e.Property(s => s.CertificateThumbprint).HasMaxLength(ColumnLengths.Hash);
        e.Property(s => s.FileSha256).HasMaxLength(ColumnLengths.Hash);
        e.HasIndex(s => new { s.RemittanceId, s.UserId }).IsUnique();
        e.HasOne<Remittance>().WithMany().HasForeignKey(s => s.RemittanceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemittanceHandOverConfiguration : IEntityTypeConfiguration<RemittanceHandOver>
{
    public void Configure(EntityTypeBuilder<RemittanceHandOver> e)
    {
        e.ToTable("SepaRemittanceHandOvers");
        e.Property(h => h.Id).ValueGeneratedNever();
        e.Property(h => h.Channel).HasMaxLength(RemittanceHandOver.ChannelLength);
        e.Property(h => h.UserName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(h => h.FileSha256).HasMaxLength(ColumnLengths.Hash);
        e.HasOne<Remittance>().WithOne().HasForeignKey<RemittanceHandOver>(h => h.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemittanceCounterConfiguration : IEntityTypeConfiguration<RemittanceCounter>
{
    public void Configure(EntityTypeBuilder<RemittanceCounter> e)
    {
        e.ToTable("SepaRemittanceCounters");
        e.HasKey(c => new { c.TenantId, c.Year });
        e.Property(c => c.Year).ValueGeneratedNever();
    }
}

internal sealed class CheckFindingConfiguration : IEntityTypeConfiguration<CheckFinding>
{
    public void Configure(EntityTypeBuilder<CheckFinding> e)
    {
        e.ToTable("SepaCheckFindings");
        e.Property(f => f.Code).HasMaxLength(80);
        e.Property(f => f.Data).HasMaxLength(1000);
        e.HasIndex(f => new { f.RemittanceId, f.Severity });
        e.HasIndex(f => f.OrderId);
        e.HasOne<Remittance>().WithMany().HasForeignKey(f => f.RemittanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
