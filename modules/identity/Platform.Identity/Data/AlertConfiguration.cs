using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<SecurityAlert>, IEntityTypeConfiguration<KnownDevice>, IEntityTypeConfiguration<KnownCountry>
{
    public void Configure(EntityTypeBuilder<SecurityAlert> builder)
    {
        builder.ToTable("IdentitySecurityAlerts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Kind).HasMaxLength(SecurityAlert.KindLength);
        builder.Property(a => a.Subject).HasMaxLength(SecurityAlert.SubjectLength);
        builder.Property(a => a.Address).HasMaxLength(FailureCounter.AddressLength);
        builder.HasIndex(a => new { a.TenantId, a.LastAt });
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("IdentityKnownDevices");
        builder.HasKey(d => new { d.UserId, d.Hash });
        builder.Property(d => d.Hash).HasMaxLength(Secrets.HashLength);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<KnownCountry> builder)
    {
        builder.ToTable("IdentityKnownCountries");
        builder.HasKey(c => new { c.UserId, c.Country });
        builder.Property(c => c.Country).HasMaxLength(KnownCountry.CodeLength);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
