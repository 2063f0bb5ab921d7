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
        Telling(remittanceId).Join(db.Mandates, o => o.MandateId, m => m.Id, (order, mandate) => new { order, mandate })
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.mandate.AmendmentOrderId, x => x.order.Id), cancellationToken);

    /// <summary>A rejected order has told nobody: what the bank knew before counts again. One that was paid and came back did tell.</summary>
    public async Task RejectedAsync(IEnumerable<Guid> remittances, CancellationToken cancellationToken)
    {
        foreach (var remittanceId in remittances)
        {
            var untold = from mandate in db.Mandates
                         join order in Telling(remittanceId) on mandate.Id equals order.MandateId
                         where order.BankState == BankState.Rejected && mandate.AmendmentOrderId == order.Id
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

    private IQueryable<Collection> Telling(Guid remittanceId) => db.Collections.Where(o => o.RemittanceId == remittanceId
        && (o.OriginalReference != null || o.OriginalDebtorIban != null || o.OriginalCreditorIdentifier != null || o.OriginalCreditorName != null));
}
