using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Notifications.Web;

internal sealed record NotificationCount(int Count);

internal static class NotificationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapTenantApi("notifications", "Notifications").RequireAuthorization(NotificationsPermissions.Own);
        group.MapGet("", GetListAsync).WithSummary("The caller's notifications, the newest first");
        group.MapGet("unread", GetUnreadCountAsync).WithSummary("How many are unread");
        group.MapPost("{id:guid}/read", MarkReadAsync).WithSummary("Marks one as read");
        group.MapPost("read", MarkAllReadAsync).WithSummary("Marks all as read, or those not newer than upTo");
    }

    private static async Task<Ok<PagedResult<NotificationListDto>>> GetListAsync(
        [AsParameters] GetNotificationsInput input, INotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.GetListAsync(input, cancellationToken));

    private static async Task<Ok<NotificationCount>> GetUnreadCountAsync(INotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(new NotificationCount(await notifications.GetUnreadCountAsync(cancellationToken)));

    private static async Task<Ok<NotificationListDto>> MarkReadAsync(
        Guid id, INotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notifications.MarkReadAsync(id, cancellationToken));

    private static async Task<Ok<NotificationCount>> MarkAllReadAsync(
        Guid? upTo, INotificationAppService notifications, CancellationToken cancellationToken) =>
        TypedResults.Ok(new NotificationCount(await notifications.MarkAllReadAsync(upTo, cancellationToken)));
}
