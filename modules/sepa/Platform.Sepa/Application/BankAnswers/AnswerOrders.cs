using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Finds the issued orders that items speak of: by end-to-end reference, which is unique in the company, so the original message adds
/// nothing to it; else by mandate and amount, where exactly one order fits.
/// </summary>
internal sealed class AnswerOrders(SepaDbContext db, AnswerReversals reversals) : IScopedDependency
{
    public async Task<IReadOnlyDictionary<BankAnswerItem, AnswerOrder>> FindAsync(
        AnswerRun run, IReadOnlyList<BankAnswerItem> items, CancellationToken cancellationToken)
    {
        var asked = items.Where(i => i.IsOfOne && i.Effect is not null).ToList();
        var references = asked.Select(i => i.EndToEndId).OfType<string>().Distinct().ToArray();
        var found = (await LoadAsync(c => EF.Parameter(references).Contains(c.EndToEndId), cancellationToken)).ToDictionary(o => o.EndToEndId);
        var matches = new Dictionary<BankAnswerItem, AnswerOrder>();
        foreach (var item in asked)
        {
            if (item.EndToEndId is { } reference && found.TryGetValue(reference, out var order) && Fits(item, order))
                matches[item] = order;
        }

        await ByMandateAsync(run, asked.Where(i => !matches.ContainsKey(i) && i.MandateReference is not null && i.AmountCents is not null), matches, cancellationToken);
        await reversals.RedirectAsync(matches, cancellationToken);
        return matches;
    }

    public async Task<AnswerOrder?> FindAsync(string endToEndId, CancellationToken cancellationToken) =>
        (await LoadAsync(c => c.EndToEndId == endToEndId, cancellationToken)).SingleOrDefault();

    private async Task ByMandateAsync(
        AnswerRun run, IEnumerable<BankAnswerItem> items, Dictionary<BankAnswerItem, AnswerOrder> matches, CancellationToken cancellationToken)
    {
        var left = items.ToList();
        var mandates = left.Select(i => i.MandateReference!).Distinct().ToArray();
        var orders = mandates.Length == 0 ? [] : await LoadAsync(c => EF.Parameter(mandates).Contains(((Collection)c).MandateReference), cancellationToken);
        var byKey = orders.ToLookup(o => (o.MandateReference, o.AmountCents));
        foreach (var item in left)
        {
            var fitting = byKey[(item.MandateReference, item.AmountCents!.Value)].Where(o => IsOpen(item, o) && !run.Taken.Contains(o.Id)).Take(2).ToList();
            if (fitting is [var one] && run.Taken.Add(one.Id))
                matches[item] = one;
        }
    }

    private async Task<List<AnswerOrder>> LoadAsync(Expression<Func<PaymentOrder, bool>> which, CancellationToken cancellationToken) =>
        await (from c in db.Orders.AsNoTracking().Where(which)
               where c.Status == OrderStatus.Issued
               join r in db.Remittances.AsNoTracking() on c.RemittanceId equals r.Id
               select new AnswerOrder(
                   c.Id, c.EndToEndId, ((Collection)c).MandateReference, (Guid?)((Collection)c).MandateId, c.AmountCents, c.BankState, c.BankReason, c.ExecutionDate, r.Scheme, r.Id))
            .ToListAsync(cancellationToken);

    // What is not certainly an order of ours must also be of the same amount.
    private static bool Fits(BankAnswerItem item, AnswerOrder order) =>
        item.State == BankAnswerItemState.Unmatched || item.AmountCents == order.AmountCents;

    // Without a reference an order is meant that has not come to this end yet.
    private static bool IsOpen(BankAnswerItem item, AnswerOrder order) => order.State is not { } state || item.Effect > state;
}
