using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>ModuleName firms as tenants, and what they do for their clients.</summary>
public sealed class ModuleNameModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<ModuleNameDbContext>("ModuleName");

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => MatterEndpoints.Map(endpoints);
}
