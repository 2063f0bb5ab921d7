using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class PasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    private const int PasswordHashLength = 256;

    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.ToTable("IdentityFormerPasswords");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Hash).HasMaxLength(PasswordHashLength);
        builder.HasIndex(p => new { p.UserId, p.ReplacedAt });
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
