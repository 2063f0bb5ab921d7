using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Signing;

/// <summary>Services and tables of the Signing module.</summary>
public sealed class SigningModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddPlatformDbContext<SigningDbContext>("Signing");
        context.Services.Configure<SigningOptions>(context.Configuration.GetSection("Signing"));
        context.Services.AddHttpClient(TimeStampAuthority.ClientName, c => c.Timeout = TimeSpan.FromSeconds(20));
    }
}
