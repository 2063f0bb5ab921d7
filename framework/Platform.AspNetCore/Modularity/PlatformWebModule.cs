using Microsoft.AspNetCore.Routing;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>A module that answers requests. Its Razor pages and views are found by themselves.</summary>
public abstract class PlatformWebModule : PlatformModule
{
    /// <summary>
    /// Maps the module's API with <see cref="ApiRouting.MapTenantApi"/> and <see cref="ApiRouting.MapHostApi"/>. Every endpoint names a
    /// permission or a policy; the fallback refuses.
    /// </summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
