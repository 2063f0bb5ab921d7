using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class VaultDbContext(DbContextOptions<VaultDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<KeptSecret> KeptSecrets => Set<KeptSecret>();

    public DbSet<SealedSecret> Secrets => Set<SealedSecret>();

    public DbSet<MasterKey> MasterKeys => Set<MasterKey>();

    public DbSet<DataKeyRotation> Rotations => Set<DataKeyRotation>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Consent>(Configure);
        modelBuilder.Entity<KeptSecret>(Configure);
        modelBuilder.Entity<SealedSecret>(Configure);
        modelBuilder.Entity<MasterKey>(e =>
        {
            e.ToTable("VaultMasterKeys");
            e.HasKey(k => k.Version);
            e.Property(k => k.Version).ValueGeneratedNever();
            e.Property(k => k.KmsProvider).HasMaxLength(20);
            e.Property(k => k.KmsKeyId).HasMaxLength(300);
            e.Property(k => k.Wrapped).HasMaxLength(1024);
        });
        modelBuilder.Entity<DataKeyRotation>().ToTable("VaultDataKeyRotations");
    }

    private static void Configure(EntityTypeBuilder<Consent> e)
    {
        e.ToTable("VaultConsents");
        e.Property(c => c.UserName).HasMaxLength(Consent.MaxName);
        e.Property(c => c.Provider).HasMaxLength(Consent.MaxProvider);
        e.Property(c => c.Account).HasMaxLength(Consent.MaxAccount);
        e.Property(c => c.Label).HasMaxLength(Consent.MaxAccount);
        e.Property(c => c.Purpose).HasMaxLength(Consent.MaxProvider);
        e.Property(c => c.RevokedByName).HasMaxLength(Consent.MaxName);
        e.HasIndex(c => new { c.TenantId, c.UserId, c.Id });
        e.HasIndex(c => new { c.TenantId, c.Id });
    }

    private static void Configure(EntityTypeBuilder<KeptSecret> e)
    {
        e.ToTable("VaultKeptSecrets");
        e.Property(s => s.Owner).HasMaxLength(Consent.MaxProvider);
        e.Property(s => s.Name).HasMaxLength(Consent.MaxAccount);
        e.Property(s => s.SetByName).HasMaxLength(Consent.MaxName);
        e.HasIndex(s => new { s.TenantId, s.UserId, s.Owner, s.Name }).IsUnique();
        // Of two who replace it at once one is refused: the content of the other would be left behind, shredded by nobody.
        e.Property(s => s.SecretId).IsConcurrencyToken();
        e.HasIndex(s => s.SecretId);
    }

    private static void Configure(EntityTypeBuilder<SealedSecret> e)
    {
        e.ToTable("VaultSecrets");
        e.Property(s => s.Id).ValueGeneratedNever();
        e.Property(s => s.BindingHash).HasMaxLength(SealedSecret.HashLength);
        e.Property(s => s.WrappedDataKey).HasMaxLength(100);
        e.Property(s => s.Damage).HasMaxLength(60);
        // The census and the rotations, which walk by key.
        e.HasIndex(s => new { s.MasterKeyVersion, s.Id });
        e.HasIndex(s => new { s.DataKeyCreatedAt, s.Id });
    }
}
