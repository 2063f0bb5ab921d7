using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Customers.Web;

/// <summary>Pages, API and menu of the Customers module.</summary>
public sealed class CustomersWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => CustomerEndpoints.Map(endpoints);
}
