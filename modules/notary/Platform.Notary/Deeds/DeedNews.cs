using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Notary;

/// <summary>Tells the client's people how far a deed has come; what they have not read of it before is replaced.</summary>
internal sealed class DeedNews(INotificationPublisher notifications) : IScopedDependency
{
    public Task TellAsync(Deed deed, CancellationToken cancellationToken) => notifications.PublishToHoldersAsync(
        NotaryPermissions.Deeds.Default,
        new NotificationDto(
            $"Notary.Notification.{deed.State}", new Dictionary<string, object> { ["office"] = deed.Office, ["subject"] = deed.Subject, ["day"] = deed.SigningDay ?? default },
            deed.State == DeedState.AppointmentSet ? NotificationSeverity.Warning : NotificationSeverity.Info, $"notary/{deed.Id}", $"Notary.Deed.{deed.Id:N}"),
        cancellationToken: cancellationToken);
}
