using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class LimitConfiguration : IEntityTypeConfiguration<RightLimit>, IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<RightLimit> builder)
    {
        builder.ToTable("IdentityRightLimits");
        builder.HasKey(l => new { l.TenantId, l.HolderId, l.Scope });
        builder.Property(l => l.Scope).HasMaxLength(RightLimit.ScopeLength);
        builder.Property(l => l.Value).HasMaxLength(RightLimit.ValueLength);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("IdentityDelegations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Permissions).HasMaxLength(Delegation.PermissionsLength);
        builder.HasIndex(d => new { d.TenantId, d.ToUserId, d.EndsAt });
        builder.HasIndex(d => new { d.TenantId, d.FromUserId, d.EndsAt });
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.FromUserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.ToUserId).OnDelete(DeleteBehavior.Cascade);
    }
}
