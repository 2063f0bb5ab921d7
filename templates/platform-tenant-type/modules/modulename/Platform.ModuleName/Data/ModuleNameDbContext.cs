using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.ModuleName;

internal sealed class ModuleNameDbContext(DbContextOptions<ModuleNameDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Matter> Matters => Set<Matter>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<Matter>(e =>
    {
        e.ToTable("ModuleNameMatters");
        e.Property(m => m.Subject).HasMaxLength(Matter.SubjectLength);
        e.Property(m => m.Firm).HasMaxLength(Matter.FirmLength);
        e.HasIndex(m => new { m.TenantId, m.Id });
    });
}
