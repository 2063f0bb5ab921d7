using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.ModuleName.Web;

/// <summary>Pages, API and menu of the ModuleName module.</summary>
public sealed class ModuleNameWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => NoteEndpoints.Map(endpoints);
}
