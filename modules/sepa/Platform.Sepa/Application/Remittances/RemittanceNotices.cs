using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Sepa;

/// <summary>Tells approvers what awaits them, and those who prepared it what became of it.</summary>
internal sealed class RemittanceNotices(INotificationPublisher publisher, ICurrentUser user) : IScopedDependency
{
    private const int LongestReasonShown = 200;

    public Task SubmittedAsync(Remittance remittance, CancellationToken cancellationToken) => publisher.PublishToHoldersAsync(
        SepaPermissions.Remittances.Approve,
        Notice("Sepa.Notification.Submitted", remittance, NotificationSeverity.Warning),
        [.. remittance.Preparers.Split(' ').Select(Guid.Parse)],
        cancellationToken);

    public Task WithdrawnAsync(Remittance remittance, CancellationToken cancellationToken) =>
        publisher.WithdrawAsync(KeyOf(remittance), cancellationToken);

    public Task ApprovedAsync(Remittance remittance, CancellationToken cancellationToken) =>
        SettleAsync(remittance, Notice("Sepa.Notification.Approved", remittance, NotificationSeverity.Success), cancellationToken);

    public Task RejectedAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var reason = remittance.RejectionReason!;
        var shown = reason.Length > LongestReasonShown ? $"{reason[..LongestReasonShown]}…" : reason;
        return SettleAsync(remittance, Notice("Sepa.Notification.Rejected", remittance, NotificationSeverity.Danger, shown), cancellationToken);
    }

    public Task HandOverFailedAsync(Remittance remittance, Guid person, CancellationToken cancellationToken) =>
        publisher.PublishToUserAsync(person, Notice("Sepa.Notification.HandOverFailed", remittance, NotificationSeverity.Danger), cancellationToken);

    private async Task SettleAsync(Remittance remittance, NotificationDto notice, CancellationToken cancellationToken)
    {
        await publisher.WithdrawAsync(KeyOf(remittance), cancellationToken);
        var concerned = new[] { remittance.CreatedBy, remittance.SubmittedBy ?? Guid.Empty };
        foreach (var person in concerned.Distinct().Where(p => p != Guid.Empty && p != user.Id))
            await publisher.PublishToUserAsync(person, notice, cancellationToken);
    }

    private NotificationDto Notice(string textKey, Remittance remittance, NotificationSeverity severity, string reason = "") => new(
        textKey,
        new Dictionary<string, object>
        {
            ["number"] = remittance.Number,
            ["count"] = remittance.Count,
            ["total"] = remittance.TotalCents / 100m,
            ["person"] = user.Info.Name ?? user.Info.Email ?? "–",
            ["reason"] = reason,
        },
        severity,
        $"remittances/{remittance.Id}",
        KeyOf(remittance));

    private static string KeyOf(Remittance remittance) => $"Sepa.Remittance:{remittance.Id:N}";
}
