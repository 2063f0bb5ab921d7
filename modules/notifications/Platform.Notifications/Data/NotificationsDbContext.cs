using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notifications;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Notification> Notifications => Set<Notification>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<Notification>(e =>
    {
        e.ToTable("NotificationsNotifications");
        e.Property(n => n.TextKey).HasMaxLength(Notification.MaxKeyLength);
        e.Property(n => n.Data).HasMaxLength(Notification.MaxDataLength);
        e.Property(n => n.Url).HasMaxLength(Notification.MaxUrlLength);
        e.Property(n => n.Key).HasMaxLength(Notification.MaxKeyLength);
        // The list, the bell with its count, and what is withdrawn.
        e.HasIndex(n => new { n.TenantId, n.UserId, n.Id });
        e.HasIndex(n => new { n.TenantId, n.UserId, n.ReadAt, n.Id });
        e.HasIndex(n => new { n.TenantId, n.Key });
    });
}
