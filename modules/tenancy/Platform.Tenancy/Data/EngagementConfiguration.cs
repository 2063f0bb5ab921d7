using Microsoft.EntityFrameworkCore;

namespace Platform.Tenancy;

internal static class EngagementConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Engagement>(e =>
        {
            e.ToTable("TenancyEngagements");
            e.Property(x => x.Kind).HasMaxLength(Engagement.KindLength);
            e.Property(x => x.Scopes).HasMaxLength(Engagement.ScopesLength);
            e.Property(x => x.RequestedBy).HasMaxLength(Engagement.PersonLength);
            e.Property(x => x.DecidedBy).HasMaxLength(Engagement.PersonLength);
            e.Property(x => x.ClosedBy).HasMaxLength(Engagement.PersonLength);
            e.Ignore(x => x.ScopeNames);
            e.HasOne<Company>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Company>().WithMany().HasForeignKey(x => x.FirmId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(x => new { x.FirmId, x.State, x.ClientId });
            // Asked or engaged once at a time.
            e.HasIndex(x => new { x.ClientId, x.FirmId, x.Kind }).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        });
        modelBuilder.Entity<Shortcut>(e =>
        {
            e.ToTable("TenancyShortcuts");
            e.HasKey(s => new { s.UserId, s.TenantId });
            e.HasOne<Company>().WithMany().HasForeignKey(s => s.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
