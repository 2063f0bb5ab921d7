using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Items that speak of a whole remittance or one of its payment blocks.</summary>
internal sealed class AnswerSets(SepaDbContext db, RemittanceLines lines, AnswerReversals reversals, AnswerEffects effects) : IScopedDependency
{
    public async Task ApplyAsync(AnswerRun run, IReadOnlyList<BankAnswerItem> items, CancellationToken cancellationToken)
    {
        var sets = items.Where(i => !i.IsOfOne && MessageOf(i) is not null).ToList();
        var messages = sets.Select(i => MessageOf(i)!).Distinct().ToArray();
        if (messages.Length == 0)
            return;
        var remittances = await db.Remittances.AsNoTracking().Where(r => messages.Contains(r.FileMessageId))
            .Select(r => new { r.Id, MessageId = r.FileMessageId!, r.Scheme }).ToDictionaryAsync(r => r.MessageId, cancellationToken);
        foreach (var item in sets)
        {
            if (!remittances.TryGetValue(MessageOf(item)!, out var remittance))
                continue;
            if (await reversals.IsDoubtfulAsync(item, remittance.Id, remittance.Scheme, cancellationToken))
                item.AskPerson();
            else if (await OrdersAsync(item, remittance.Id, remittance.Scheme, cancellationToken) is { } orders)
            {
                item.Match(remittance.Id);
                item.ReadFor(remittance.Scheme);
                await effects.ApplyAsync(run, item, remittance.Id, orders, cancellationToken);
            }
        }
    }

    private async Task<IQueryable<PaymentOrder>?> OrdersAsync(BankAnswerItem item, Guid remittanceId, PaymentScheme scheme, CancellationToken cancellationToken)
    {
        var all = db.Orders.Where(c => c.RemittanceId == remittanceId && c.Status == OrderStatus.Issued);
        if (item.PaymentInformationId is not { } id)
            return item.Level == BankAnswerLevel.Group ? all : null;
        // Under their own number or that of the block they reverse, which is the same.
        if (scheme.IsReversal())
            return NumberOf(id) is { } reversed ? all.Where(o => ((Reversal)o).OriginalBlock == reversed) : null;
        var blocks = await lines.GetBlocksAsync(remittanceId, cancellationToken);
        if (NumberOf(id) is not { } number || number > blocks.Count)
            return null;
        var (sequence, date) = (blocks[number - 1].SequenceType, blocks[number - 1].ExecutionDate);
        return all.Where(c => c.SequenceType == sequence && c.ExecutionDate == date);
    }

    // Our blocks are numbered behind the message: "SDD-2026-00012-1A2B3C4D-001".
    private static string? MessageOf(BankAnswerItem item) =>
        item.OriginalMessageId ?? (item.PaymentInformationId is { } id && id.LastIndexOf('-') is var dash and > 0 ? id[..dash] : null);

    private static int? NumberOf(string paymentInformationId) =>
        int.TryParse(paymentInformationId.AsSpan(paymentInformationId.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
