using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal sealed class KernelDbContext(DbContextOptions<KernelDbContext> options, ICurrentTenant currentTenant) : PlatformDbContext(options, currentTenant)
{
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<SettingValue> Settings => Set<SettingValue>();

    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    public DbSet<CapturedMail> CapturedMails => Set<CapturedMail>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        CustomerAssignment.Map(modelBuilder, owned: true);
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("PlatformOutbox");
            e.Property(m => m.Type).HasMaxLength(300);
            e.Property(m => m.LastError).HasMaxLength(1000);
            e.HasIndex(m => m.NextAttemptAt);
        });
        modelBuilder.Entity<InboxMessage>(e =>
        {
            e.ToTable("PlatformInbox");
            e.HasKey(m => new { m.MessageId, m.Handler });
            e.Property(m => m.Handler).HasMaxLength(300);
            e.HasIndex(m => m.ProcessedAt);
        });
        modelBuilder.Entity<SettingValue>(e =>
        {
            e.ToTable("PlatformSettings");
            e.HasKey(s => new { s.Name, s.Level, s.Key });
            e.Property(s => s.Name).HasMaxLength(128);
            e.Property(s => s.Value).HasMaxLength(4000);
        });
        modelBuilder.Entity<KeyRingEntry>(e =>
        {
            e.ToTable("PlatformKeyRing");
            e.Property(k => k.Name).HasMaxLength(200);
        });
        modelBuilder.Entity<CapturedMail>(e =>
        {
            e.ToTable("PlatformCapturedMails");
            e.Property(m => m.To).HasMaxLength(320);
            e.Property(m => m.Subject).HasMaxLength(400);
        });
    }
}
