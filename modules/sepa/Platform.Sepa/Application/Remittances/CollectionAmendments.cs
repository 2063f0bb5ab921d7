using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Tells debtors' banks what changed in a mandate, once: a mandate remembers what issued files said of it, the first order of the next
/// remittance names where that differs, and its issue makes the new values the known ones. Several changes before it are one amendment.
/// </summary>
internal sealed class CollectionAmendments(SepaDbContext db) : IScopedDependency
{
    private const int BatchSize = 1_000;

    /// <summary>One-off mandates are used once: there is no next collection that could tell.</summary>
    public async Task PrepareAsync(Guid remittanceId, CreditorAccount account, CancellationToken cancellationToken)
    {
        var (creditor, name) = (account.CreditorKey, account.CreditorName);
        var amended = from order in db.Collections
                      where order.RemittanceId == remittanceId && order.Status == OrderStatus.InRemittance
                      join mandate in db.Mandates on order.MandateId equals mandate.Id
                      where mandate.SentReference != null && mandate.Type == MandateType.Recurrent
                          && (mandate.SentReference != mandate.Reference || mandate.SentDebtorIban != mandate.DebtorIban || mandate.SentCreditorName != name
                              || mandate.SentCreditorIdentifier!.Substring(0, 2) + mandate.SentCreditorIdentifier.Substring(7) != creditor)
                      select new { order, mandate };
        var count = await amended.ExecuteUpdateAsync(
            s => s.SetProperty(x => x.order.OriginalReference, x => x.mandate.SentReference != x.mandate.Reference ? x.mandate.SentReference : null)
                .SetProperty(x => x.order.OriginalDebtorIban, x => x.mandate.SentDebtorIban != x.mandate.DebtorIban ? x.mandate.SentDebtorIban : null)
                .SetProperty(x => x.order.OriginalCreditorIdentifier, x => x.mandate.SentCreditorIdentifier!.Substring(0, 2) + x.mandate.SentCreditorIdentifier.Substring(7) != creditor ? x.mandate.SentCreditorIdentifier : null)
                .SetProperty(x => x.order.OriginalCreditorName, x => x.mandate.SentCreditorName != name ? x.mandate.SentCreditorName : null),
            cancellationToken);
        if (count > 0)
            await KeepFirstAsync(remittanceId, cancellationToken);
    }

    /// <summary>An order that starts from something else than what the bank was told last would tell an amendment twice, or take one back.</summary>
    public async Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var others = await Compared(remittance.Id).Where(x => !x.IsCurrent).Select(x => new { x.MandateId, x.Reference }).ToListAsync(cancellationToken);
        foreach (var batch in others.DistinctBy(o => o.MandateId).Chunk(BatchSize))
        {
            var ids = batch.Select(o => o.MandateId).ToArray();
            // Behind an order that tells the amendment, the others of its mandate need not.
            var told = await Compared(remittance.Id).Where(x => x.IsCurrent && ids.Contains(x.MandateId)).Select(x => x.MandateId).ToListAsync(cancellationToken);
            if (batch.FirstOrDefault(o => !told.Contains(o.MandateId)) is { } overtaken)
                throw new BusinessException(SepaErrorCodes.AmendmentsOvertaken).WithData("number", remittance.Number).WithData("reference", overtaken.Reference);
        }
    }

    public Task IssuedAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        Telling(remittanceId).Join(db.Mandates, o => o.MandateId, m => m.Id, (order, mandate) => new { order, mandate })
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.mandate.AmendmentOrderId, x => x.order.Id), cancellationToken);

    /// <summary>A rejected order has told nobody: what the bank knew before counts again. One that was paid and came back did tell.</summary>
    public async Task RejectedAsync(IEnumerable<Guid> remittances, CancellationToken cancellationToken)
    {
        foreach (var remittanceId in remittances)
        {
            var untold = from mandate in db.Mandates
                         where mandate.AmendmentOrderId != null
                         join order in db.Collections on mandate.AmendmentOrderId equals order.Id
                         where order.RemittanceId == remittanceId && order.BankState == BankState.Rejected
                         select new { mandate, order };
            await untold.ExecuteUpdateAsync(
                s => s.SetProperty(x => x.mandate.SentReference, x => x.order.OriginalReference ?? x.mandate.SentReference)
                    .SetProperty(x => x.mandate.SentDebtorIban, x => x.order.OriginalDebtorIban ?? x.mandate.SentDebtorIban)
                    .SetProperty(x => x.mandate.SentCreditorIdentifier, x => x.order.OriginalCreditorIdentifier ?? x.mandate.SentCreditorIdentifier)
                    .SetProperty(x => x.mandate.SentCreditorName, x => x.order.OriginalCreditorName ?? x.mandate.SentCreditorName)
                    .SetProperty(x => x.mandate.AmendmentOrderId, (Guid?)null),
                cancellationToken);
        }
    }

    // Here and not in the database: right after the orders were taken its statistics know none of them, and it would compare each with each.
    private async Task KeepFirstAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var (last, followers) = (Guid.Empty, new List<Guid>());
        await foreach (var order in Telling(remittanceId).OrderBy(o => o.MandateId).ThenBy(o => o.ExecutionDate).ThenBy(o => o.Id)
            .Select(o => new { o.MandateId, o.Id }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (order.MandateId == last)
                followers.Add(order.Id);
            last = order.MandateId;
        }

        foreach (var batch in followers.Chunk(BatchSize))
        {
            await db.Collections.Where(o => batch.Contains(o.Id)).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.OriginalReference, (string?)null).SetProperty(o => o.OriginalDebtorIban, (string?)null)
                    .SetProperty(o => o.OriginalCreditorIdentifier, (string?)null).SetProperty(o => o.OriginalCreditorName, (string?)null),
                cancellationToken);
        }
    }

    private IQueryable<Collection> Telling(Guid remittanceId) => db.Collections.Where(o => o.RemittanceId == remittanceId
        && (o.OriginalReference != null || o.OriginalDebtorIban != null || o.OriginalCreditorIdentifier != null || o.OriginalCreditorName != null));

    private IQueryable<ComparedOrder> Compared(Guid remittanceId) =>
        from order in db.Collections
        where order.RemittanceId == remittanceId
        join mandate in db.Mandates on order.MandateId equals mandate.Id
        where mandate.SentReference != null && mandate.Type == MandateType.Recurrent
        select new ComparedOrder
        {
            MandateId = order.MandateId,
            Reference = order.MandateReference,
            IsCurrent = (order.OriginalReference ?? order.MandateReference) == mandate.SentReference
                && (order.OriginalDebtorIban ?? order.PartyIban) == mandate.SentDebtorIban
                && (order.OriginalCreditorIdentifier ?? mandate.SentCreditorIdentifier) == mandate.SentCreditorIdentifier
                && (order.OriginalCreditorName ?? mandate.SentCreditorName) == mandate.SentCreditorName,
        };

    private sealed class ComparedOrder
    {
        public required Guid MandateId { get; init; }

        public string? Reference { get; init; }

        public bool IsCurrent { get; init; }
    }
}
