using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// A bank that speaks of a reversal names the collection. What is said of our reversals never reaches the collection: it is the reversal's,
/// or a person looks at it.
/// </summary>
internal sealed class AnswerReversals(SepaDbContext db) : IScopedDependency
{
    public async Task RedirectAsync(Dictionary<BankAnswerItem, AnswerOrder> matches, CancellationToken cancellationToken)
    {
        var files = await FilesAsync([.. matches.Keys], cancellationToken);
        var asked = matches.Where(m => m.Value.Scheme.IsCollection() && (m.Key.Reversal != ReversalSign.None || IsOf(files, m.Key))).ToList();
        if (asked.Count == 0)
            return;
        var reversals = await LoadAsync([.. asked.Select(m => m.Value.Id).Distinct()], cancellationToken);
        foreach (var (item, collection) in asked)
        {
            var own = reversals[collection.Id].ToList();
            var isStatus = item.Level == BankAnswerLevel.Transaction;
            if (isStatus || IsReversal(item, own))
                Give(matches, item, own.Find(r => isStatus ? r.MessageId == item.OriginalMessageId : IsBooking(item, r)));
        }
    }

    /// <summary>Of a whole file or block of collections of which some are reversed, a booking may be the reversal: it does not say of which.</summary>
    public async Task<bool> IsDoubtfulAsync(BankAnswerItem item, Guid remittanceId, PaymentScheme scheme, CancellationToken cancellationToken) =>
        scheme.IsCollection() && item.Reversal != ReversalSign.None
        && (item.Level != BankAnswerLevel.Entry
            || await db.Reversals.AnyAsync(r => r.Status == OrderStatus.Issued && r.OriginalRemittanceId == remittanceId, cancellationToken));

    /// <summary>What a person chose, save that a status of a file of reversals is never one of a collection.</summary>
    public async Task<AnswerOrder?> ChosenAsync(BankAnswerItem item, AnswerOrder? order, CancellationToken cancellationToken)
    {
        if (order?.Scheme.IsCollection() != true || item.Level != BankAnswerLevel.Transaction || !IsOf(await FilesAsync([item], cancellationToken), item))
            return order;
        return (await LoadAsync([order.Id], cancellationToken))[order.Id].FirstOrDefault(r => r.MessageId == item.OriginalMessageId)?.Order;
    }

    private static void Give(Dictionary<BankAnswerItem, AnswerOrder> matches, BankAnswerItem item, IssuedReversal? reversal)
    {
        if (reversal is not null)
        {
            matches[item] = reversal.Order;
            return;
        }

        matches.Remove(item);
        item.AskPerson();
    }

    // Without a reversal of ours it is one that somebody ordered elsewhere: the collection shows it as any other money that went back.
    private static bool IsReversal(BankAnswerItem item, List<IssuedReversal> own) => item.Effect == BankState.Returned && own.Exists(
        r => item.Reversal == ReversalSign.Certain || (r.IsLive && r.Order.AmountCents == item.AmountCents && (item.Reason ?? r.Reason) == r.Reason));

    // The same booking told twice is of one day: on another day more money went out, and a person must see it.
    private static bool IsBooking(BankAnswerItem item, IssuedReversal reversal) => reversal.IsLive && reversal.Order.AmountCents == item.AmountCents
        && (reversal.Order.State != BankState.Settled || reversal.StateOn == item.On);

    private static bool IsOf(HashSet<string> files, BankAnswerItem item) => item.OriginalMessageId is { } id && files.Contains(id);

    private async Task<HashSet<string>> FilesAsync(IReadOnlyCollection<BankAnswerItem> items, CancellationToken cancellationToken)
    {
        var messages = items.Where(i => i.Level == BankAnswerLevel.Transaction).Select(i => i.OriginalMessageId).OfType<string>().Distinct().ToArray();
        return messages.Length == 0
            ? []
            : await db.Remittances.Where(r => messages.Contains(r.FileMessageId) && (r.Scheme == PaymentScheme.CoreReversal || r.Scheme == PaymentScheme.B2bReversal))
                .Select(r => r.FileMessageId!).ToHashSetAsync(cancellationToken);
    }

    private async Task<ILookup<Guid, IssuedReversal>> LoadAsync(Guid[] collections, CancellationToken cancellationToken)
    {
        var rows = await (from r in db.Reversals.AsNoTracking()
                          where collections.Contains(r.OriginalId) && r.Status == OrderStatus.Issued
                          join file in db.Remittances.AsNoTracking() on r.RemittanceId equals file.Id
                          select new { Reversal = r, file.Scheme, file.FileMessageId }).ToListAsync(cancellationToken);
        return rows.ToLookup(x => x.Reversal.OriginalId, x => new IssuedReversal(Order(x.Reversal, x.Scheme), x.FileMessageId!, x.Reversal.Reason.ToCode(), x.Reversal.BankStateOn));
    }

    private static AnswerOrder Order(Reversal r, PaymentScheme scheme) =>
        new(r.Id, r.EndToEndId, null, null, r.AmountCents, r.BankState, r.BankReason, r.ExecutionDate, scheme, r.RemittanceId!.Value);

    private sealed record IssuedReversal(AnswerOrder Order, string MessageId, string Reason, DateOnly? StateOn)
    {
        public bool IsLive => !PaymentOrder.IsFailure(Order.State);
    }
}
