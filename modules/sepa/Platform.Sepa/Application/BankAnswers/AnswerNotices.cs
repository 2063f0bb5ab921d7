using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Sepa;

/// <summary>Tells those who prepare remittances that the bank refused or took back something.</summary>
internal sealed class AnswerNotices(INotificationPublisher publisher) : IScopedDependency
{
    public Task ImportedAsync(BankAnswer answer, CancellationToken cancellationToken) => answer.RejectedCount + answer.ReturnedCount == 0
        ? Task.CompletedTask
        : publisher.PublishToHoldersAsync(
            SepaPermissions.Remittances.Create,
            new NotificationDto(
                "Sepa.Notification.BankAnswer",
                new Dictionary<string, object> { ["rejected"] = answer.RejectedCount, ["returned"] = answer.ReturnedCount, ["file"] = answer.FileName },
                NotificationSeverity.Danger,
                $"bank-answers/{answer.Id}",
                KeyOf(answer.Id)),
            cancellationToken: cancellationToken);

    public Task WithdrawAsync(Guid answerId, CancellationToken cancellationToken) => publisher.WithdrawAsync(KeyOf(answerId), cancellationToken);

    private static string KeyOf(Guid answerId) => $"Sepa.BankAnswer:{answerId:N}";
}
