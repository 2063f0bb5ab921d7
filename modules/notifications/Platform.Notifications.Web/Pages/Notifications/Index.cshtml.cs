using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Notifications.Web;

[Authorize(NotificationsPermissions.Own)]
public sealed class IndexModel(INotificationAppService notifications, IStringLocalizer<NotificationsResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Unread { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public PagedResult<NotificationListDto> Notifications { get; private set; } = new([], null);

    /// <summary>The newest shown while any shown is unread: what arrives meanwhile stays unread.</summary>
    public Guid? Newest => Cursor is null && Notifications.Items.Any(n => !n.IsRead) ? Notifications.Items[0].Id : null;

    public string? FirstUrl => Cursor is null ? null : ListUrl(Unread);

    public string? NextUrl => Notifications.NextCursor is { } next ? $"{ListUrl(Unread)}{(Unread ? '&' : '?')}cursor={next}" : null;

    public string ListUrl(bool unread) => TenantUrl("notifications") + (unread ? "?unread=true" : "");

    public string OpenUrl(NotificationListDto notification) => TenantUrl($"notifications/{notification.Id}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Notifications = await notifications.GetListAsync(new GetNotificationsInput(Unread, Cursor), cancellationToken);
        return IsHtmx("p-inbox") ? Partial("_Table", this) : Page();
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await notifications.MarkReadAsync(id, cancellationToken);
        return LocalRedirect(ListUrl(Unread));
    }

    public async Task<IActionResult> OnPostReadAllAsync(Guid upTo, CancellationToken cancellationToken)
    {
        var count = await notifications.MarkAllReadAsync(upTo, cancellationToken);
        Notify(texts["Inbox:Marked", count]);
        return LocalRedirect(ListUrl(Unread));
    }
}
