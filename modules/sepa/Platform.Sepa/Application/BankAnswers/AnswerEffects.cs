using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Gives orders their bank state. A state only ever makes way for one that outweighs it, and each update names the states it starts
/// from, so the same answer twice, or two in the wrong order, end the same.
/// </summary>
internal sealed class AnswerEffects(SepaDbContext db, AnswerMandates mandates, CollectionAmendments amendments, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private const int CoreReturnDays = 5;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>One item for many orders.</summary>
    public async Task ApplyAsync(AnswerRun run, BankAnswerItem item, Guid remittanceId, IQueryable<PaymentOrder> orders, CancellationToken cancellationToken)
    {
        if (item.Effect is not { } state)
            return;
        var count = await UpdateAsync(orders, new Change(state, item.On ?? Today, item.Reason), cancellationToken);
        if (count == 0)
            return;
        run.Remittances.Add(remittanceId);
        run.Changes += new AnswerChanges(state == BankState.Rejected ? count : 0, PaymentOrder.IsFailure(state) && state != BankState.Rejected ? count : 0);
        Audit(nameof(Remittance), remittanceId, state, item.Reason, new AuditChange("Count", null, count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Items with an order each, in the order of the file.</summary>
    public async Task ApplyAsync(AnswerRun run, IReadOnlyDictionary<BankAnswerItem, AnswerOrder> matches, IEnumerable<BankAnswerItem> items, CancellationToken cancellationToken)
    {
        var present = matches.Values.DistinctBy(o => o.Id).ToDictionary(o => o.Id);
        var changes = new Dictionary<Guid, Change>();
        foreach (var item in items.Where(matches.ContainsKey))
        {
            var order = present[matches[item].Id];
            item.Match(order.RemittanceId, order.Id);
            item.ReadFor(order.Scheme);
            if (IsRefund(item, order))
                item.Sharpen(BankState.Refunded);
            if (!Outweighs(item, order))
                continue;
            changes[order.Id] = new Change(item.Effect!.Value, item.On ?? Today, item.Reason);
            Count(run, item.Effect.Value, order);
            present[order.Id] = order with { State = item.Effect, Reason = item.Reason };
        }

        foreach (var same in changes.GroupBy(c => c.Value, c => c.Key))
        {
            // One text for whatever number of orders: SQLite and EF Core read it once.
            var ids = same.ToArray();
            await UpdateAsync(db.Orders.Where(c => EF.Parameter(ids).Contains(c.Id)), same.Key, cancellationToken);
        }

        await mandates.SuspendAsync([.. changes.Where(c => PaymentOrder.IsFailure(c.Value.State) && present[c.Key].MandateId is not null)
            .Select(c => (present[c.Key].MandateId!.Value, c.Value.Reason))], cancellationToken);
    }

    /// <summary>Brings the outcome of every remittance that was touched up to date.</summary>
    public async Task SettleAsync(AnswerRun run, CancellationToken cancellationToken)
    {
        var ids = run.Remittances.ToArray();
        foreach (var remittance in await db.Remittances.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken))
            remittance.Answered(await StatesAsync(remittance.Id, cancellationToken));
        if (run.Changes.Rejected > 0)
            await amendments.RejectedAsync(ids, cancellationToken);
    }

    public async Task<Dictionary<BankState, int>> StatesAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        await db.Orders.AsNoTracking().Where(c => c.RemittanceId == remittanceId && c.BankState != null).GroupBy(c => c.BankState!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private static Task<int> UpdateAsync(IQueryable<PaymentOrder> orders, Change change, CancellationToken cancellationToken)
    {
        var lower = Enum.GetValues<BankState>().Where(s => s < change.State).ToArray();
        var open = change.Reason is null
            ? orders.Where(c => c.BankState == null || lower.Contains(c.BankState.Value))
            : orders.Where(c => c.BankState == null || lower.Contains(c.BankState.Value) || (c.BankState == change.State && c.BankReason == null));
        return open.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.BankState, change.State).SetProperty(c => c.BankStateOn, change.On).SetProperty(c => c.BankReason, change.Reason),
            cancellationToken);
    }

    // The reason may come later than the state: it is taken in, nothing else.
    private static bool Outweighs(BankAnswerItem item, AnswerOrder order) => order.State is not { } state
        || item.Effect > state
        || (item.Effect == state && order.Reason is null && item.Reason is not null);

    // EPC016-06, 4.3.4: MD06 is the debtor's refund; whatever comes after the days of a return is one too. EPC222-07: B2B has none.
    private static bool IsRefund(BankAnswerItem item, AnswerOrder order) => item.Effect == BankState.Returned && order.Scheme == PaymentScheme.Core
        && (item.Reason == "MD06" || (order.ExecutionDate is { } date && item.On > TargetCalendar.AddBusinessDays(date, CoreReturnDays)));

    private void Count(AnswerRun run, BankState state, AnswerOrder order)
    {
        run.Remittances.Add(order.RemittanceId);
        if (PaymentOrder.IsFailure(state))
            Audit($"{order.Scheme.Kind()}", order.Id, state, null, new AuditChange("BankState", order.State?.ToString(), $"{state}"));
        if (PaymentOrder.IsFailure(state) && !PaymentOrder.IsFailure(order.State))
            run.Changes += state == BankState.Rejected ? new AnswerChanges(1, 0) : new AnswerChanges(0, 1);
    }

    private void Audit(string entity, Guid id, BankState state, string? reason, AuditChange change) =>
        audit.Add($"Sepa.{entity}.{state}", entity, $"{id}", reason is null ? [change] : [change, new AuditChange("BankReason", null, reason)]);

    private readonly record struct Change(BankState State, DateOnly On, string? Reason);
}
