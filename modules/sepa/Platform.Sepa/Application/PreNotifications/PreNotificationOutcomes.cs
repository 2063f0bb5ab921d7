using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Writes down what became of a mail.</summary>
internal sealed class PreNotificationOutcomes(SepaDbContext db, IAuditLog audit, TimeProvider clock) : IDistributedEventHandler<EmailOutcomeEto>
{
    public async Task HandleEventAsync(EmailOutcomeEto eventData, CancellationToken cancellationToken)
    {
        if (PreNotification.Read(eventData.Reference) is not var (id, attempt))
            return;
        var notification = await db.PreNotifications.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (notification?.Finish(attempt, eventData.Refusal, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) != true)
            return;
        audit.Add($"Sepa.PreNotification.{notification.State}", nameof(Collection), $"{id}",
            new AuditChange("Email", null, notification.Email), new AuditChange("Reply", null, notification.Reply));
        await db.SaveChangesAsync(cancellationToken);
    }
}
