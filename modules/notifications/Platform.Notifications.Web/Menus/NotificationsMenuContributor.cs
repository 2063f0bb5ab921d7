using Platform.AspNetCore;

namespace Platform.Notifications.Web;

internal sealed class NotificationsMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(NotificationsResource);

    public IEnumerable<MenuItem> GetItems() =>
        [new("Notifications.Inbox", "Inbox:Title", "notifications", "bell", 10, NotificationsPermissions.Own)];
}
