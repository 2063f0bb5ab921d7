using System.Globalization;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Tenancy;

/// <summary>Puts the closing of the current company, or its end, on record and tells its administrators.</summary>
internal sealed class ClosingNews(IAuditLog audit, INotificationPublisher notifications, ILocalEventBus events) : IScopedDependency
{
    private const string Key = "Tenancy.Closing";

    public async Task TellAsync(Company company, string act, CancellationToken cancellationToken)
    {
        audit.Add($"Tenancy.Company.{act}", nameof(Company), $"{company.Id}", new AuditChange("ErasureDue", null, company.ErasureDue?.ToString("O", CultureInfo.InvariantCulture)));
        var data = new Dictionary<string, object>();
        if (company.ErasureDue is { } due)
            data["day"] = DateOnly.FromDateTime(due);
        await notifications.PublishToHoldersAsync(
            TenancyPermissions.Company.Close, new NotificationDto($"Tenancy.Notification.{act}", data, NotificationSeverity.Warning, "settings/closing", Key), cancellationToken: cancellationToken);
        await events.PublishAsync(new CompanyClosingEto(company.Id, company.Slug, company.Name, company.ErasureDue), cancellationToken);
    }
}
