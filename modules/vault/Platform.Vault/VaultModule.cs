using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Services and tables of the Vault module.</summary>
public sealed class VaultModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<VaultDbContext>("Vault");
}
