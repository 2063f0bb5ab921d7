using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Audit;

internal sealed class AuditDbContext(DbContextOptions<AuditDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<AuditEntry> Entries => Set<AuditEntry>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<AuditEntry>(e =>
    {
        e.ToTable("AuditEntries");
        e.Property(a => a.UserName).HasMaxLength(AuditEntry.UserNameLength);
        e.Property(a => a.FirmName).HasMaxLength(AuditEntry.UserNameLength);
        e.Property(a => a.UserEmail).HasMaxLength(AuditEntry.UserEmailLength);
        e.Property(a => a.ClientAddress).HasMaxLength(AuditEntry.ClientAddressLength);
        e.Property(a => a.Device).HasMaxLength(AuditEntry.DeviceLength);
        e.Property(a => a.Action).HasMaxLength(AuditEntry.NameLength);
        e.Property(a => a.EntityType).HasMaxLength(AuditEntry.NameLength);
        e.Property(a => a.EntityId).HasMaxLength(AuditEntry.EntityIdLength);
        e.Property(a => a.CorrelationId).HasMaxLength(AuditEntry.CorrelationIdLength);
        e.Property(a => a.PersonText).HasMaxLength(AuditEntry.PersonTextLength);
        // Ids sort by time, so each of these reads a page without sorting, and a period as a range of ids.
        e.HasIndex(a => new { a.TenantId, a.Id });
        e.HasIndex(a => new { a.TenantId, a.EntityType, a.EntityId, a.Id });
        e.HasIndex(a => new { a.TenantId, a.UserId, a.Id });
        e.HasIndex(a => new { a.TenantId, a.CorrelationId });
        e.HasIndex(a => new { a.TenantId, a.Action, a.Id });
    });
}
