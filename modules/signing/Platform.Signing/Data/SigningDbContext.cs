using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Signing;

internal sealed class SigningDbContext(DbContextOptions<SigningDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<SigningCertificate> Certificates => Set<SigningCertificate>();

    public DbSet<SigningAuthority> Authorities => Set<SigningAuthority>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SigningAuthority>(e =>
        {
            e.ToTable("SigningAuthorities");
            e.HasKey(a => a.Name);
            e.Property(a => a.Name).HasMaxLength(20);
            e.Property(a => a.Certificate).HasMaxLength(10_000);
        });
        modelBuilder.Entity<SigningCertificate>(ConfigureCertificate);
    }

    private static void ConfigureCertificate(EntityTypeBuilder<SigningCertificate> e)
    {
        e.ToTable("SigningCertificates");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Subject).HasMaxLength(SigningCertificate.NameLength);
        e.Property(c => c.Issuer).HasMaxLength(SigningCertificate.NameLength);
        e.Property(c => c.SerialNumber).HasMaxLength(SigningCertificate.SerialLength);
        e.Property(c => c.Thumbprint).HasMaxLength(SigningCertificate.ThumbprintLength);
        e.Property(c => c.Chain).HasMaxLength(100_000);
        e.HasIndex(c => new { c.TenantId, c.UserId, c.Thumbprint }).IsUnique();
    }
}
