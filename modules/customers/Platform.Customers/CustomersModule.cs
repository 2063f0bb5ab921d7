using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Customers;

/// <summary>Services and tables of the Customers module.</summary>
public sealed class CustomersModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<CustomersDbContext>("Customers");
}
