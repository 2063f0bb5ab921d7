using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal sealed class PreNotificationConfiguration : IEntityTypeConfiguration<PreNotification>
{
    public void Configure(EntityTypeBuilder<PreNotification> e)
    {
        e.ToTable("SepaPreNotifications");
        e.Property(p => p.Id).ValueGeneratedNever();
        e.Property(p => p.State).IsConcurrencyToken();
        e.Property(p => p.Email).HasMaxLength(254);
        e.Property(p => p.Language).HasMaxLength(2);
        e.Property(p => p.Reply).HasMaxLength(PreNotification.ReplyLength);
        e.HasIndex(p => new { p.RemittanceId, p.TenantId, p.State, p.Id }).HasDatabaseName("IX_SepaPreNotifications_Remittance");
        e.HasIndex(p => new { p.TenantId, p.State, p.Id });
        e.HasOne<Collection>().WithOne().HasForeignKey<PreNotification>(p => p.Id).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Remittance>().WithMany().HasForeignKey(p => p.RemittanceId).OnDelete(DeleteBehavior.Restrict);
    }
}
