using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class VaultDbContext(DbContextOptions<VaultDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>(e =>
    {
        e.ToTable("VaultNotes");
        e.Property(n => n.Title).HasMaxLength(Note.MaxTitleLength);
        e.Property(n => n.Text).HasMaxLength(Note.MaxTextLength);
        e.HasIndex(n => new { n.TenantId, n.Title }).IsUnique();
        e.HasIndex(n => new { n.TenantId, n.Id });
    });
}
