using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Signing.Web;

/// <summary>Pages, API and menu of the Signing module.</summary>
public sealed class SigningWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => CertificateEndpoints.Map(endpoints);
}
