using Platform.Accounting;
using Platform.Accounting.Web;
using Platform.Audit;
using Platform.Audit.Web;
using Platform.Customers;
using Platform.Customers.Web;
using Platform.Host.Storage;
using Platform.Identity;
using Platform.Identity.Web;
using Platform.Kernel;
using Platform.Ledger;
using Platform.Notary;
using Platform.Notifications;
using Platform.Notifications.Web;
using Platform.Sepa;
using Platform.Sepa.Web;
using Platform.Signing;
using Platform.Signing.Web;
using Platform.Tenancy;
using Platform.Tenancy.Web;
using Platform.Vault;
using Platform.Vault.Web;

namespace Platform.Host;

/// <summary>The modules of this product.</summary>
[DependsOn(typeof(TenancyModule), typeof(TenancyWebModule))]
[DependsOn(typeof(IdentityModule), typeof(IdentityWebModule))]
[DependsOn(typeof(AuditModule), typeof(AuditWebModule))]
[DependsOn(typeof(NotificationsModule), typeof(NotificationsWebModule))]
[DependsOn(typeof(CustomersModule), typeof(CustomersWebModule))]
[DependsOn(typeof(SepaModule), typeof(SepaWebModule))]
[DependsOn(typeof(SigningModule), typeof(SigningWebModule))]
[DependsOn(typeof(VaultModule), typeof(VaultWebModule))]
[DependsOn(typeof(AccountingModule), typeof(AccountingWebModule))]
[DependsOn(typeof(LedgerModule))]
[DependsOn(typeof(NotaryModule))]
internal sealed class HostModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddS3Blobs(context.Configuration);
}
