using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Connects companies to an accounting package that speaks OAuth2.</summary>
public sealed class LedgerModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.Configure<LedgerOptions>(context.Configuration.GetSection(LedgerOptions.Section));
        context.Services.AddHttpClient(LedgerHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => LedgerEndpoints.Map(endpoints);
}
