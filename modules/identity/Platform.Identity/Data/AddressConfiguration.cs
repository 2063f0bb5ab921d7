using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class AddressConfiguration
    : IEntityTypeConfiguration<AllowedAddress>, IEntityTypeConfiguration<AdmittedAddress>, IEntityTypeConfiguration<SentCode>
{
    public void Configure(EntityTypeBuilder<AllowedAddress> builder)
    {
        builder.ToTable("IdentityAllowedAddresses");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Network).HasMaxLength(AddressRange.TextLength);
        builder.Property(a => a.Label).HasMaxLength(AllowedAddress.LabelLength);
        builder.HasIndex(a => new { a.TenantId, a.Network }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AdmittedAddress> builder)
    {
        builder.ToTable("IdentityAdmittedAddresses");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Network).HasMaxLength(AddressRange.TextLength);
        builder.HasIndex(a => new { a.TenantId, a.UserId });
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SentCode> builder)
    {
        builder.ToTable("IdentitySentCodes");
        builder.HasKey(c => new { c.SessionId, c.Purpose, c.CompanyId });
        builder.Property(c => c.SessionId).ValueGeneratedNever();
        builder.Property(c => c.Purpose).HasMaxLength(SentCode.PurposeLength);
        builder.Property(c => c.Network).HasMaxLength(AddressRange.TextLength);
        builder.Property(c => c.SealedHash).HasMaxLength(SentCode.SealedHashLength);
        builder.Property(c => c.Number).HasMaxLength(Phone.Length);
        builder.HasIndex(c => c.ExpiresAt);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
