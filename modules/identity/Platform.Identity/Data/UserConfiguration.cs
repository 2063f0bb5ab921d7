using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    private const int StampLength = 64;
    private const int HashLength = 256;

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("IdentityUsers");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(User.NameLength);
        builder.Property(u => u.Language).HasMaxLength(User.LanguageLength);
        builder.Property(u => u.UserName).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(u => u.NormalizedUserName).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(u => u.Email).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(u => u.NormalizedEmail).HasMaxLength(User.EmailLength).IsRequired();
        builder.Property(u => u.PasswordHash).HasMaxLength(HashLength);
        builder.Property(u => u.PhoneNumber).HasMaxLength(Phone.Length);
        builder.Property(u => u.SecurityStamp).HasMaxLength(StampLength);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(StampLength).IsConcurrencyToken();
        builder.Property(u => u.TermsVersion).HasMaxLength(User.TermsLength);
        builder.HasIndex(u => u.LegacyCompanyId);
        builder.HasIndex(u => u.NormalizedEmail).IsUnique();
        builder.HasIndex(u => u.NormalizedUserName).IsUnique();
        IgnoreUnused(builder);
    }

    // Lockout is counted atomically elsewhere, a telephone number is kept once it is confirmed only, second factors have tables of their own.
    private static void IgnoreUnused(EntityTypeBuilder<User> builder) => builder
        .Ignore(u => u.LockoutEnd)
        .Ignore(u => u.LockoutEnabled)
        .Ignore(u => u.AccessFailedCount)
        .Ignore(u => u.EmailConfirmed)
        .Ignore(u => u.PhoneNumberConfirmed)
        .Ignore(u => u.TwoFactorEnabled);
}

internal sealed class UserPartsConfiguration
    : IEntityTypeConfiguration<UserClaim>, IEntityTypeConfiguration<UserLogin>, IEntityTypeConfiguration<UserToken>
{
    private const int ShortLength = 128;
    private const int ValueLength = 2000;

    public void Configure(EntityTypeBuilder<UserClaim> builder)
    {
        builder.ToTable("IdentityUserClaims");
        builder.HasKey(c => c.RowId);
        builder.Ignore(c => c.Id);
        builder.Property(c => c.RowId).ValueGeneratedNever();
        builder.Property(c => c.ClaimType).HasMaxLength(ShortLength);
        builder.Property(c => c.ClaimValue).HasMaxLength(ValueLength);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UserLogin> builder)
    {
        builder.ToTable("IdentityUserLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(ShortLength);
        builder.Property(l => l.ProviderKey).HasMaxLength(ShortLength * 2);
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(ShortLength);
        builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UserToken> builder)
    {
        builder.ToTable("IdentityUserTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(ShortLength);
        builder.Property(t => t.Name).HasMaxLength(ShortLength);
        builder.Property(t => t.Value).HasMaxLength(ValueLength);
        builder.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
