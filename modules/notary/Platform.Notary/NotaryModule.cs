using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notary;

/// <summary>Notaries' offices as tenants, and the deeds they prepare for their clients.</summary>
public sealed class NotaryModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<NotaryDbContext>("Notary");

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => DeedEndpoints.Map(endpoints);
}
