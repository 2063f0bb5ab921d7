using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Gives mail to the outbox in the transaction in which its pre-notification leaves its state: whatever dies, each goes there once.
/// </summary>
internal sealed class PreNotificationSending(
    SepaDbContext db, PreNotificationWishes wishes, PreNotificationWriter writer, IEmailSender mails, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public const int BatchSize = 250;

    /// <summary>What is planned for a day, a batch at a time.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> SendAsync(Guid remittanceId, DateOnly due, CancellationToken cancellationToken)
    {
        var wanted = await wishes.GetAsync(cancellationToken);
        var batch = await Orders(db.PreNotifications.Where(p => p.RemittanceId == remittanceId && p.State == PreNotificationState.Planned && p.DueOn == due))
            .OrderBy(o => o.Notification.Id).Take(BatchSize).ToListAsync(cancellationToken);
        var sent = batch.Where(o => wanted.IsEnabled && IsToCome(o)).ToList();
        foreach (var order in sent)
            await mails.QueueAsync(Mail(order, wanted, order.Notification.Send()), cancellationToken);
        batch.Except(sent).ToList().ForEach(o => o.Notification.Withdraw());
        Audit("Sending", remittanceId, sent.Count);
        Audit("Withdrawn", remittanceId, batch.Count - sent.Count);
        await db.SaveChangesAsync(cancellationToken);
        return batch.Count == BatchSize;
    }

    /// <summary>One, to an address that a person gave.</summary>
    public async Task SendAsync(Guid id, string email, CancellationToken cancellationToken)
    {
        var order = await Orders(db.PreNotifications.Where(p => p.Id == id)).SingleAsync(cancellationToken);
        if (!IsToCome(order))
            throw new BusinessException(SepaErrorCodes.PreNotificationTooLate).WithData("reference", order.Collection.EndToEndId);
        var former = order.Notification.Email;
        var message = Mail(order, await wishes.GetAsync(cancellationToken), order.Notification.SendTo(email));
        await mails.QueueAsync(message, cancellationToken);
        audit.Add("Sepa.PreNotification.SentAgain", nameof(Collection), $"{id}", new AuditChange("Email", former, email));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>With what stands in a mail or letter.</summary>
    public IQueryable<PreNotificationOrder> Orders(IQueryable<PreNotification> notifications) =>
        from p in notifications
        join c in db.Collections on p.Id equals c.Id
        join r in db.Remittances on p.RemittanceId equals r.Id
        join a in db.CreditorAccounts on r.CreditorAccountId equals a.Id
        select new PreNotificationOrder { Notification = p, Collection = c, Account = a };

    private bool IsToCome(PreNotificationOrder order) =>
        !PaymentOrder.IsFailure(order.Collection.BankState) && order.Notification.CollectionDate >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private EmailMessage Mail(PreNotificationOrder order, PreNotificationSettingsDto wanted, string reference)
    {
        var text = writer.Write(order, wanted);
        return new EmailMessage(order.Notification.Email!, text.Subject, text.Text, reference);
    }

    private void Audit(string act, Guid remittanceId, int count)
    {
        if (count > 0)
            audit.Add($"Sepa.PreNotification.{act}", nameof(Remittance), $"{remittanceId}", new AuditChange("Count", null, count.ToString(CultureInfo.InvariantCulture)));
    }
}
