using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Notifications.Web;

/// <summary>Where the bell's links lead: marks as read, then goes to the matter.</summary>
[Authorize(NotificationsPermissions.Own)]
public sealed class OpenModel(INotificationAppService notifications) : PlatformPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var notification = await notifications.MarkReadAsync(id, cancellationToken);
        return LocalRedirect(TenantUrl(notification.Url.Length > 0 ? notification.Url : "notifications"));
    }
}
