using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class SignInConfiguration
    : IEntityTypeConfiguration<UserSession>, IEntityTypeConfiguration<FailureCounter>, IEntityTypeConfiguration<ApiToken>
{
    private const int DeviceLength = 256;

    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("IdentitySessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.KeyHash).HasMaxLength(Secrets.HashLength);
        builder.Property(s => s.ClientAddress).HasMaxLength(FailureCounter.AddressLength);
        builder.Property(s => s.Device).HasMaxLength(DeviceLength);
        builder.Property(s => s.DeviceHash).HasMaxLength(Secrets.HashLength);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        // No foreign key: SQLite would build the table anew. Whoever ends a link ends its sessions, and one without its link opens nothing.
        builder.HasIndex(s => s.SignOnLinkId);
    }

    public void Configure(EntityTypeBuilder<FailureCounter> builder)
    {
        builder.ToTable("IdentityFailureCounters");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(FailureCounter.KeyLength);
        builder.Property(c => c.LastAddress).HasMaxLength(FailureCounter.AddressLength);
        builder.HasIndex(c => c.ExpiresAt);
        builder.Ignore(c => c.IsOfAddress);
        builder.Ignore(c => c.IsOfMessages);
        builder.Ignore(c => c.IsOfProofs);
    }

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("IdentityApiTokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(ApiToken.NameLength);
        builder.Property(t => t.TokenHash).HasMaxLength(Secrets.HashLength);
        builder.Property(t => t.Hint).HasMaxLength(ApiToken.HintLength);
        builder.Property(t => t.Scopes).HasMaxLength(ApiToken.ScopesLength);
        builder.Property(t => t.LastUsedAddress).HasMaxLength(FailureCounter.AddressLength);
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
