using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notary;

internal sealed class NotaryDbContext(DbContextOptions<NotaryDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Deed> Deeds => Set<Deed>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<Deed>(e =>
    {
        e.ToTable("NotaryDeeds");
        e.Property(d => d.Reference).HasMaxLength(Deed.ReferenceLength);
        e.Property(d => d.Subject).HasMaxLength(Deed.SubjectLength);
        e.Property(d => d.Office).HasMaxLength(Deed.OfficeLength);
        e.HasIndex(d => new { d.TenantId, d.Id });
        e.HasIndex(d => new { d.TenantId, d.OfficeId, d.Reference }).IsUnique();
    });
}
