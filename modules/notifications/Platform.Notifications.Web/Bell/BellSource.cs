using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Notifications.Web;

internal sealed class BellSource(INotificationAppService notifications, IPermissionChecker permissions, ICurrentTenant tenant) : INotificationSource
{
    private const int Shown = 20;

    public string? AllUrl { get; private set; }

    public async Task<IReadOnlyList<ShellNotification>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (tenant.Tenant is not { } company || !await permissions.IsGrantedAsync(NotificationsPermissions.Own, cancellationToken))
            return [];
        AllUrl = $"/t/{company.Slug}/notifications";
        var unread = await notifications.GetListAsync(new GetNotificationsInput(UnreadOnly: true, PageSize: Shown), cancellationToken);
        return [.. unread.Items.Select(n => new ShellNotification(n.Text, $"{AllUrl}/{n.Id}", n.Severity.ToTone()))];
    }
}

internal static class SeverityTone
{
    public static Tone ToTone(this NotificationSeverity severity) => severity switch
    {
        NotificationSeverity.Success => Tone.Success,
        NotificationSeverity.Warning => Tone.Warning,
        NotificationSeverity.Danger => Tone.Danger,
        _ => Tone.Info,
    };
}
