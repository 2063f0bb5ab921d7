using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class TenancyDbContext(DbContextOptions<TenancyDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<Shortcut> Shortcuts => Set<Shortcut>();

    public DbSet<CompanyGroup> Groups => Set<CompanyGroup>();

    public DbSet<GroupAdministrator> GroupAdministrators => Set<GroupAdministrator>();

    public DbSet<CompanyExport> Exports => Set<CompanyExport>();

    public DbSet<CompanyExportFile> ExportFiles => Set<CompanyExportFile>();

    public DbSet<CompanyExportPiece> ExportPieces => Set<CompanyExportPiece>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.Entity<Company>(e =>
        {
            e.ToTable("TenancyCompanies");
            e.HasIndex(c => c.Slug).IsUnique();
            e.Property(c => c.Slug).HasMaxLength(CompanySlug.MaxLength);
            e.Property(c => c.TenantType).HasMaxLength(40);
            e.Property(c => c.Name).HasMaxLength(140);
            e.Property(c => c.VatNumber).HasMaxLength(VatNumber.MaxLength);
            e.Property(c => c.CompanyNumber).HasMaxLength(35);
            e.Property(c => c.Street).HasMaxLength(70);
            e.Property(c => c.BuildingNumber).HasMaxLength(16);
            e.Property(c => c.PostalCode).HasMaxLength(16);
            e.Property(c => c.Town).HasMaxLength(35);
            e.Property(c => c.Country).HasMaxLength(2);
            e.Property(c => c.ContactName).HasMaxLength(140);
            e.Property(c => c.ContactEmail).HasMaxLength(140);
            e.Property(c => c.ContactPhone).HasMaxLength(35);
            e.Property(c => c.Language).HasMaxLength(8);
            e.Property(c => c.Color).HasMaxLength(7);
            e.HasIndex(c => c.GroupId);
            e.Property(c => c.ErasedRows).HasMaxLength(Company.ErasedRowsLength);
            e.HasIndex(c => c.ErasureDue);
            // Accents that come off are no shorter than the letters they were on.
            e.Property(c => c.SearchText).HasMaxLength(400);
            // The directory finds names that begin with what was typed in the first, and others in the second, without reading rows.
            e.HasIndex(c => new { c.TenantType, c.SearchText, c.ClosedAt, c.Id });
            e.HasIndex(c => new { c.TenantType, c.ClosedAt, c.Id, c.SearchText });
            // PostgreSQL finds a part of a text by its trigrams. SQLite, whose scan is fast enough, takes it for an index like any other.
            e.HasIndex(c => c.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
        });
        modelBuilder.Entity<Membership>(e =>
        {
            e.ToTable("TenancyMemberships");
            e.HasIndex(m => new { m.UserId, m.TenantId }).IsUnique();
            e.HasIndex(m => new { m.TenantId, m.State });
            e.HasOne<Company>().WithMany().HasForeignKey(m => m.TenantId).OnDelete(DeleteBehavior.Restrict);
        });
        EngagementConfiguration.Configure(modelBuilder);
        ExportConfiguration.Configure(modelBuilder);
        modelBuilder.Entity<CompanyGroup>(e =>
        {
            e.ToTable("TenancyGroups");
            e.Property(g => g.Id).ValueGeneratedNever();
            e.Property(g => g.Name).HasMaxLength(CompanyGroup.NameLength);
        });
        modelBuilder.Entity<GroupAdministrator>(e =>
        {
            e.ToTable("TenancyGroupAdministrators");
            e.HasKey(a => new { a.GroupId, a.UserId });
            e.HasOne<CompanyGroup>().WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
