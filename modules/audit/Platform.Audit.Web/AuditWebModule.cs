using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Audit.Web;

/// <summary>The page and the API that read the audit trail.</summary>
public sealed class AuditWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => AuditEndpoints.Map(endpoints);
}
