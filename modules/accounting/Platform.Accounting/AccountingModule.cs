using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Services and tables of the Accounting module.</summary>
public sealed class AccountingModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddPlatformDbContext<AccountingDbContext>("Accounting");
        context.Services.AddSingleton(VirusScanOptions.Read(context.Configuration));
        context.Services.AddSingleton(InboundMailOptions.Read(context.Configuration));
        context.Services.AddSingleton<InboundMailServer>();
        context.Services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<InboundMailServer>());
    }
}
