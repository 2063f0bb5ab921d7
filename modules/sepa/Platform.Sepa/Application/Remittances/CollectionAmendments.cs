using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Tells debtors' banks what changed in a mandate, once: a mandate remembers what issued files said of it, the first order of the next
/// remittance names where that differs, and its issue makes the new values the known ones. Several changes before it are one amendment.
/// </summary>
internal sealed class CollectionAmendments(SepaDbContext db) : IScopedDependency
{
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
                          && !db.Collections.Any(o => EF.Property<Guid?>(o, nameof(Collection.MandateId)) != null && o.MandateId == order.MandateId && o.RemittanceId == remittanceId
                              && (o.ExecutionDate < order.ExecutionDate || (o.ExecutionDate == order.ExecutionDate && o.Id < order.Id)))
                      select new { order, mandate };
        await amended.ExecuteUpdateAsync(
            s => s.SetProperty(x => x.order.OriginalReference, x => x.mandate.SentReference != x.mandate.Reference ? x.mandate.SentReference : null)
                .SetProperty(x => x.order.OriginalDebtorIban, x => x.mandate.SentDebtorIban != x.mandate.DebtorIban ? x.mandate.SentDebtorIban : null)
                .SetProperty(x => x.order.OriginalCreditorIdentifier, x => x.mandate.SentCreditorIdentifier!.Substring(0, 2) + x.mandate.SentCreditorIdentifier.Substring(7) != creditor ? x.mandate.SentCreditorIdentifier : null)
                .SetProperty(x => x.order.OriginalCreditorName, x => x.mandate.SentCreditorName != name ? x.mandate.SentCreditorName : null),
            cancellationToken);
    }

    /// <summary>An order that starts from something else than what the bank was told last would tell an amendment twice, or take one back.</summary>
    public async Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        var overtaken = from order in db.Collections
                        where order.RemittanceId == remittance.Id
                        join mandate in db.Mandates on order.MandateId equals mandate.Id
                        where mandate.SentReference != null && mandate.Type == MandateType.Recurrent
                            && ((order.OriginalReference ?? order.MandateReference) != mandate.SentReference
                                || (order.OriginalDebtorIban ?? order.PartyIban) != mandate.SentDebtorIban
                                || (order.OriginalCreditorIdentifier ?? mandate.SentCreditorIdentifier) != mandate.SentCreditorIdentifier
                                || (order.OriginalCreditorName ?? mandate.SentCreditorName) != mandate.SentCreditorName)
                            && !db.Collections.Any(o => EF.Property<Guid?>(o, nameof(Collection.MandateId)) != null && o.MandateId == order.MandateId && o.RemittanceId == remittance.Id
                                && (o.ExecutionDate < order.ExecutionDate || (o.ExecutionDate == order.ExecutionDate && o.Id < order.Id)))
                        select order.MandateReference;
        if (await overtaken.FirstOrDefaultAsync(cancellationToken) is { } reference)
            throw new BusinessException(SepaErrorCodes.AmendmentsOvertaken).WithData("number", remittance.Number).WithData("reference", reference);
    }

    public Task IssuedAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        Telling(remittanceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Mandate.AmendmentOrderId, x => x.Order.Id), cancellationToken);

    /// <summary>
    /// A rejected order has told nobody: what the bank knew before counts again. One that was paid and came back did tell.
    /// </summary>
    public async Task RejectedAsync(IEnumerable<Guid> remittances, CancellationToken cancellationToken)
    {
        foreach (var remittanceId in remittances)
        {
            await Telling(remittanceId).Where(x => x.Order.BankState == BankState.Rejected && x.Mandate.AmendmentOrderId == x.Order.Id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Mandate.SentReference, x => x.Order.OriginalReference ?? x.Mandate.SentReference)
                    .SetProperty(x => x.Mandate.SentDebtorIban, x => x.Order.OriginalDebtorIban ?? x.Mandate.SentDebtorIban)
                    .SetProperty(x => x.Mandate.SentCreditorIdentifier, x => x.Order.OriginalCreditorIdentifier ?? x.Mandate.SentCreditorIdentifier)
                    .SetProperty(x => x.Mandate.SentCreditorName, x => x.Order.OriginalCreditorName ?? x.Mandate.SentCreditorName)
                    .SetProperty(x => x.Mandate.AmendmentOrderId, (Guid?)null),
                cancellationToken);
        }
    }

    private IQueryable<Told> Telling(Guid remittanceId) =>
        from order in db.Collections
        where order.RemittanceId == remittanceId
            && (order.OriginalReference != null || order.OriginalDebtorIban != null || order.OriginalCreditorIdentifier != null || order.OriginalCreditorName != null)
        join mandate in db.Mandates on order.MandateId equals mandate.Id
        select new Told { Order = order, Mandate = mandate };

    private sealed class Told
    {
        public required Collection Order { get; init; }

        public required Mandate Mandate { get; init; }
    }
}
