using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Moves orders through a remittance in sets. Every move names the state it starts from, so an order is never in two remittances.
/// </summary>
internal sealed class RemittanceLines(SepaDbContext db) : IScopedDependency
{
    public IQueryable<PaymentOrder> Of(Guid remittanceId) => db.Orders.AsNoTracking().Where(o => o.RemittanceId == remittanceId);

    public static IQueryable<PaymentOrder> Among(IQueryable<PaymentOrder> waiting, OrderSelectionDto selection)
    {
        if (selection.ImportBatchId is { } batch)
            waiting = waiting.Where(o => o.ImportBatchId == batch);
        if (selection.RequestedUntil is { } until)
            waiting = waiting.Where(o => o.RequestedOn == null || o.RequestedOn <= until);
        if (selection.OrderIds is { Count: > 0 } ids)
            waiting = waiting.Where(o => ids.Contains(o.Id));
        if (selection.OriginalRemittanceId is { } original)
            waiting = waiting.Where(o => ((Reversal)o).OriginalRemittanceId == original);
        return waiting;
    }

    public static Task<int> TakeAsync(Remittance remittance, IQueryable<PaymentOrder> waiting, CancellationToken cancellationToken) =>
        waiting.ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Status, OrderStatus.InRemittance).SetProperty(o => o.RemittanceId, remittance.Id), cancellationToken);

    public Task<int> ReleaseAsync(Guid remittanceId, IReadOnlyCollection<Guid>? orders, CancellationToken cancellationToken)
    {
        var lines = Moving(remittanceId);
        if (orders is not null)
            lines = lines.Where(o => orders.Contains(o.Id));
        return ReleaseAsync(lines, cancellationToken);
    }

    public Task<int> ReleaseWithErrorsAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        ReleaseAsync(
            Moving(remittanceId).Where(o => db.CheckFindings.Any(f => f.OrderId == o.Id && f.RemittanceId == remittanceId && f.Severity == FindingSeverity.Error)),
            cancellationToken);

    public async Task IssueAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var issued = await Moving(remittance.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.Status, OrderStatus.Issued), cancellationToken);
        if (issued != remittance.Count)
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", remittance.Number);
    }

    public async Task<RemittanceTotals> GetTotalsAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var totals = await Of(remittanceId).GroupBy(o => o.RemittanceId)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(o => o.AmountCents), First = g.Min(o => o.ExecutionDate) })
            .SingleOrDefaultAsync(cancellationToken);
        return totals is null ? default : new RemittanceTotals(totals.Count, totals.Cents, totals.First);
    }

    /// <summary>Payment blocks in the order in which the orders stream.</summary>
    public async Task<IReadOnlyList<LineBlock>> GetBlocksAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        await Of(remittanceId).GroupBy(o => new { o.SequenceType, o.ExecutionDate })
            .OrderBy(g => g.Key.SequenceType).ThenBy(g => g.Key.ExecutionDate)
            .Select(g => new LineBlock(
                g.Key.SequenceType, g.Key.ExecutionDate!.Value, g.Count(), g.Sum(o => o.AmountCents),
                g.Count(o => o.Country != null || o.Town != null) > 0))
            .ToListAsync(cancellationToken);

    private IQueryable<PaymentOrder> Moving(Guid remittanceId) =>
        db.Orders.Where(o => o.RemittanceId == remittanceId && o.Status == OrderStatus.InRemittance);

    private static Task<int> ReleaseAsync(IQueryable<PaymentOrder> lines, CancellationToken cancellationToken) =>
        lines.ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Status, OrderStatus.Waiting)
                .SetProperty(o => o.RemittanceId, (Guid?)null)
                .SetProperty(o => o.SequenceType, (SequenceType?)null)
                .SetProperty(o => o.ExecutionDate, (DateOnly?)null),
            cancellationToken);
}

/// <summary>What all orders of a payment block share, with their number and sum.</summary>
internal sealed record LineBlock(SequenceType? SequenceType, DateOnly ExecutionDate, int Count, long Cents, bool HasAddresses);
