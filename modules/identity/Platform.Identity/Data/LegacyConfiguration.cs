using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class LegacyConfiguration : IEntityTypeConfiguration<LegacyAccount>, IEntityTypeConfiguration<LegacyMigration>
{
    private const int PasswordHashLength = 256;

    public void Configure(EntityTypeBuilder<LegacyAccount> builder)
    {
        builder.ToTable("IdentityLegacyAccounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.NumbersKey).HasMaxLength(LegacyAccount.KeyLength);
        builder.Property(a => a.Numbers).HasMaxLength(LegacyAccount.NumbersLength);
        builder.Property(a => a.Emails).HasMaxLength(LegacyAccount.EmailsLength);
        builder.HasIndex(a => new { a.TenantId, a.UserId }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LegacyMigration> builder)
    {
        builder.ToTable("IdentityLegacyMigrations");
        builder.HasKey(m => m.SessionId);
        builder.Property(m => m.SessionId).ValueGeneratedNever();
        builder.Property(m => m.Email).HasMaxLength(User.EmailLength);
        builder.Property(m => m.Name).HasMaxLength(User.NameLength);
        builder.Property(m => m.PasswordHash).HasMaxLength(PasswordHashLength);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
