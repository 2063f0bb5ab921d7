using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Mandates, collections and direct-debit remittances.</summary>
public sealed class SepaModule : PlatformModule
{
    /// <inheritdoc/>
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<SepaDbContext>("Sepa");
}
