using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Notifications.Web;

/// <summary>Page, bell and API of the Notifications module.</summary>
public sealed class NotificationsWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => NotificationEndpoints.Map(endpoints);
}
