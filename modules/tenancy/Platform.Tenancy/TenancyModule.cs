using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Companies as tenants, their types, and who works in them.</summary>
public sealed class TenancyModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<TenancyDbContext>("Tenancy");
}
