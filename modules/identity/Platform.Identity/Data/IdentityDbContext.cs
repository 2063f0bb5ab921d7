using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options, ICurrentTenant tenant) : PlatformDbContext(options, tenant)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<FailureCounter> FailureCounters => Set<FailureCounter>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<SecurityAlert> SecurityAlerts => Set<SecurityAlert>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<KnownCountry> KnownCountries => Set<KnownCountry>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<SignOnProvider> SignOnProviders => Set<SignOnProvider>();

    public DbSet<SignOnLink> SignOnLinks => Set<SignOnLink>();

    public DbSet<SignOnAnswered> SignOnAnswered => Set<SignOnAnswered>();

    public DbSet<LegacyAccount> LegacyAccounts => Set<LegacyAccount>();

    public DbSet<LegacyMigration> LegacyMigrations => Set<LegacyMigration>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<AllowedAddress> AllowedAddresses => Set<AllowedAddress>();

    public DbSet<AdmittedAddress> AdmittedAddresses => Set<AdmittedAddress>();

    public DbSet<SentCode> SentCodes => Set<SentCode>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<DirectGrant> DirectGrants => Set<DirectGrant>();

    public DbSet<RightLimit> RightLimits => Set<RightLimit>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDbContext).Assembly);
}
