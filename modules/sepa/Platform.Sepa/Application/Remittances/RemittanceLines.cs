using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Moves orders through a remittance in sets. Every move names the state it starts from, so an order is never in two remittances.
/// </summary>
internal sealed class RemittanceLines(SepaDbContext db) : IScopedDependency
{
    public IQueryable<Collection> Of(Guid remittanceId) => db.Collections.AsNoTracking().Where(c => c.RemittanceId == remittanceId);

    public IQueryable<Collection> Waiting(SddScheme scheme, string creditorKey, CollectionSelectionDto selection)
    {
        var orders = db.Collections.AsNoTracking().Where(c => c.Status == CollectionStatus.Waiting
            && db.Mandates.Any(m => m.Id == c.MandateId && m.Scheme == scheme && m.CreditorKey == creditorKey));
        if (selection.ImportBatchId is { } batch)
            orders = orders.Where(c => c.ImportBatchId == batch);
        if (selection.RequestedUntil is { } until)
            orders = orders.Where(c => c.RequestedOn == null || c.RequestedOn <= until);
        if (selection.CollectionIds is { Count: > 0 } ids)
            orders = orders.Where(c => ids.Contains(c.Id));
        return orders;
    }

    public Task<int> TakeAsync(Remittance remittance, string creditorKey, CollectionSelectionDto selection, CancellationToken cancellationToken) =>
        Waiting(remittance.Scheme, creditorKey, selection).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Status, CollectionStatus.InRemittance).SetProperty(c => c.RemittanceId, remittance.Id), cancellationToken);

    /// <summary>Copies debtor and mandate into the orders and gives each its date and sequence type.</summary>
    public async Task CopyMandatesAsync(Guid remittanceId, bool usesFrst, DateOnly earliest, CancellationToken cancellationToken)
    {
        var lines = from order in db.Collections
                    where order.RemittanceId == remittanceId && order.Status == CollectionStatus.InRemittance
                    join mandate in db.Mandates on order.MandateId equals mandate.Id
                    select new { order, mandate };
        await lines.ExecuteUpdateAsync(
            s => s.SetProperty(x => x.order.MandateReference, x => x.mandate.Reference)
                .SetProperty(x => x.order.SignedOn, x => x.mandate.SignedOn)
                .SetProperty(x => x.order.DebtorName, x => x.mandate.DebtorName)
                .SetProperty(x => x.order.DebtorIban, x => x.mandate.DebtorIban)
                .SetProperty(x => x.order.DebtorBic, x => x.mandate.DebtorBic)
                .SetProperty(x => x.order.Street, x => x.mandate.Street)
                .SetProperty(x => x.order.BuildingNumber, x => x.mandate.BuildingNumber)
                .SetProperty(x => x.order.PostalCode, x => x.mandate.PostalCode)
                .SetProperty(x => x.order.Town, x => x.mandate.Town)
                .SetProperty(x => x.order.Country, x => x.mandate.Country)
                .SetProperty(x => x.order.AddressLine1, x => x.mandate.AddressLine1)
                .SetProperty(x => x.order.AddressLine2, x => x.mandate.AddressLine2)
                .SetProperty(x => x.order.DebtorAccountChanged, x => x.mandate.DebtorAccountChanged)
                .SetProperty(x => x.order.CollectionDate, x => x.order.RequestedOn ?? earliest)
                .SetProperty(x => x.order.SequenceType, SequenceType.Rcur),
            cancellationToken);
        await SetSequenceTypesAsync(remittanceId, usesFrst, cancellationToken);
    }

    public Task<int> ReleaseAsync(Guid remittanceId, IReadOnlyCollection<Guid>? orders, CancellationToken cancellationToken)
    {
        var lines = db.Collections.Where(c => c.RemittanceId == remittanceId && c.Status == CollectionStatus.InRemittance);
        if (orders is not null)
            lines = lines.Where(c => orders.Contains(c.Id));
        return ReleaseAsync(lines, cancellationToken);
    }

    public Task<int> ReleaseWithErrorsAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        ReleaseAsync(
            db.Collections.Where(c => c.RemittanceId == remittanceId && c.Status == CollectionStatus.InRemittance
                && db.CheckFindings.Any(f => f.CollectionId == c.Id && f.RemittanceId == remittanceId && f.Severity == FindingSeverity.Error)),
            cancellationToken);

    public async Task IssueAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var lines = db.Collections.Where(c => c.RemittanceId == remittance.Id && c.Status == CollectionStatus.InRemittance);
        var issued = await lines.ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, CollectionStatus.Issued), cancellationToken);
        if (issued != remittance.Count)
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", remittance.Number);
        var dates = from order in db.Collections
                    where order.RemittanceId == remittance.Id
                    group order by order.MandateId into mandate
                    select new { MandateId = mandate.Key, Last = mandate.Max(c => c.CollectionDate) };
        await db.Mandates.Join(dates, m => m.Id, d => d.MandateId, (m, d) => new { Mandate = m, d.Last }).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.Mandate.LastCollectedOn, x => x.Mandate.LastCollectedOn > x.Last ? x.Mandate.LastCollectedOn : x.Last)
                .SetProperty(x => x.Mandate.DebtorAccountChanged, false),
            cancellationToken);
    }

    public async Task<RemittanceTotals> GetTotalsAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var totals = await Of(remittanceId).GroupBy(c => c.RemittanceId)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(c => c.AmountCents), First = g.Min(c => c.CollectionDate) })
            .SingleOrDefaultAsync(cancellationToken);
        return totals is null ? default : new RemittanceTotals(totals.Count, totals.Cents, totals.First);
    }

    /// <summary>Payment blocks in the order in which the orders stream.</summary>
    public async Task<IReadOnlyList<LineBlock>> GetBlocksAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        await Of(remittanceId).GroupBy(c => new { c.SequenceType, c.CollectionDate })
            .OrderBy(g => g.Key.SequenceType).ThenBy(g => g.Key.CollectionDate)
            .Select(g => new LineBlock(
                g.Key.SequenceType!.Value, g.Key.CollectionDate!.Value, g.Count(), g.Sum(c => c.AmountCents),
                g.Count(c => c.Country != null || c.Town != null) > 0))
            .ToListAsync(cancellationToken);

    private async Task SetSequenceTypesAsync(Guid remittanceId, bool usesFrst, CancellationToken cancellationToken)
    {
        var lines = db.Collections.Where(c => c.RemittanceId == remittanceId && c.Status == CollectionStatus.InRemittance);
        await lines.Where(c => db.Mandates.Any(m => m.Id == c.MandateId && m.Type == MandateType.OneOff))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, SequenceType.Ooff), cancellationToken);
        if (usesFrst)
        {
            await lines.Where(c => db.Mandates.Any(m => m.Id == c.MandateId && m.Type == MandateType.Recurrent && m.LastCollectedOn == null)
                    && !db.Collections.Any(o => o.MandateId == c.MandateId && o.RemittanceId == remittanceId
                        && (o.CollectionDate < c.CollectionDate || (o.CollectionDate == c.CollectionDate && o.Id < c.Id))))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, SequenceType.Frst), cancellationToken);
        }

        await lines.Where(c => c.RequestedSequence != null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, c => c.RequestedSequence), cancellationToken);
    }

    private static Task<int> ReleaseAsync(IQueryable<Collection> lines, CancellationToken cancellationToken) =>
        lines.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Status, CollectionStatus.Waiting)
                .SetProperty(c => c.RemittanceId, (Guid?)null)
                .SetProperty(c => c.SequenceType, (SequenceType?)null)
                .SetProperty(c => c.CollectionDate, (DateOnly?)null),
            cancellationToken);
}

internal sealed record LineBlock(SequenceType SequenceType, DateOnly CollectionDate, int Count, long Cents, bool HasAddresses);
