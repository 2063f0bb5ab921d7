using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class RightsConfiguration
    : IEntityTypeConfiguration<Role>, IEntityTypeConfiguration<RolePermission>, IEntityTypeConfiguration<RoleAssignment>,
        IEntityTypeConfiguration<DirectGrant>, IEntityTypeConfiguration<Invitation>
{
    private const int PermissionLength = 128;

    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("IdentityRoles");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(Role.NameLength);
        builder.Property(r => r.NormalizedName).HasMaxLength(Role.NameLength);
        builder.Property(r => r.StandardName).HasMaxLength(Role.NameLength);
        builder.HasIndex(r => new { r.TenantId, r.NormalizedName }).IsUnique();
        builder.HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.RoleId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.ToTable("IdentityRolePermissions");
        builder.HasKey(p => new { p.RoleId, p.Permission });
        builder.HasIndex(p => p.TenantId);
        builder.Property(p => p.Permission).HasMaxLength(PermissionLength);
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("IdentityRoleAssignments");
        builder.HasKey(a => new { a.UserId, a.RoleId });
        builder.HasIndex(a => new { a.TenantId, a.UserId });
        // A role in use cannot vanish under its holders, not even when deleted at the same moment.
        builder.HasOne<Role>().WithMany().HasForeignKey(a => a.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DirectGrant> builder)
    {
        builder.ToTable("IdentityDirectGrants");
        builder.HasKey(g => new { g.UserId, g.TenantId, g.Permission });
        builder.HasIndex(g => new { g.TenantId, g.UserId });
        builder.Property(g => g.Permission).HasMaxLength(PermissionLength);
        builder.HasOne<User>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("IdentityInvitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Email).HasMaxLength(User.EmailLength);
        builder.Property(i => i.NormalizedEmail).HasMaxLength(User.EmailLength);
        builder.Property(i => i.Name).HasMaxLength(User.NameLength);
        builder.Property(i => i.Language).HasMaxLength(User.LanguageLength);
        builder.Property(i => i.RoleIds).HasMaxLength(Invitation.RoleIdsLength);
        builder.HasIndex(i => new { i.TenantId, i.NormalizedEmail }).IsUnique();
    }
}
