using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

internal sealed class CollectionOrders(SepaDbContext db, CollectionAmendments amendments) : IRemittanceOrders
{
    public bool Serve(PaymentScheme scheme) => scheme.IsCollection();

    public RuleSet Rules(PaymentScheme scheme) => OrderRules.Collections;

    public IQueryable<PaymentOrder> Waiting(CreditorAccount account, PaymentScheme scheme)
    {
        var (key, mandates) = (account.CreditorKey, scheme.Mandates());
        return db.Orders.Where(o => o.Kind == OrderKind.Collection && o.Status == OrderStatus.Waiting
            && db.Mandates.Any(m => m.Id == ((Collection)o).MandateId && m.Scheme == mandates && m.CreditorKey == key));
    }

    /// <summary>Copies debtor and mandate into the orders and gives each its date and sequence type.</summary>
    public async Task PrepareAsync(Remittance remittance, CreditorAccount account, DateOnly earliest, CancellationToken cancellationToken)
    {
        await CopyMandatesAsync(remittance.Id, earliest, cancellationToken);
        await amendments.PrepareAsync(remittance.Id, account, cancellationToken);
        await SetSequenceTypesAsync(remittance.Id, account.UsesFrst, cancellationToken);
    }

    public IQueryable<OrderFacts> Facts(Guid remittanceId, Guid after) => CollectionFacts.Of(db, remittanceId, after);

    public Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken) => amendments.RequireCurrentAsync(remittance, cancellationToken);

    public async Task IssuedAsync(Guid remittanceId, CreditorAccount account, CancellationToken cancellationToken)
    {
        // All orders of a mandate were copied from it together: the greatest of their values is the value of each.
        var sent = from order in db.Collections
                   where order.RemittanceId == remittanceId
                   group order by order.MandateId into mandate
                   select new { MandateId = mandate.Key, Last = mandate.Max(c => c.ExecutionDate), Reference = mandate.Max(c => c.MandateReference), Iban = mandate.Max(c => c.PartyIban) };
        await db.Mandates.Join(sent, m => m.Id, d => d.MandateId, (m, d) => new { Mandate = m, Sent = d }).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.Mandate.LastCollectedOn, x => x.Mandate.LastCollectedOn > x.Sent.Last ? x.Mandate.LastCollectedOn : x.Sent.Last)
                .SetProperty(x => x.Mandate.SentReference, x => x.Sent.Reference)
                .SetProperty(x => x.Mandate.SentDebtorIban, x => x.Sent.Iban)
                .SetProperty(x => x.Mandate.SentCreditorIdentifier, account.CreditorIdentifier)
                .SetProperty(x => x.Mandate.SentCreditorName, account.CreditorName),
            cancellationToken);
        await amendments.IssuedAsync(remittanceId, cancellationToken);
    }

    public string Version(CreditorAccount account) => $"{account.Version}";

    public Task WriteAsync(Stream output, BankFile file, CancellationToken cancellationToken) => new CollectionFile(db, file).WriteAsync(output, cancellationToken);

    private async Task CopyMandatesAsync(Guid remittanceId, DateOnly earliest, CancellationToken cancellationToken)
    {
        var lines = from order in db.Collections
                    where order.RemittanceId == remittanceId && order.Status == OrderStatus.InRemittance
                    join mandate in db.Mandates on order.MandateId equals mandate.Id
                    select new { order, mandate };
        await lines.ExecuteUpdateAsync(
            s => s.SetProperty(x => x.order.MandateReference, x => x.mandate.Reference)
                .SetProperty(x => x.order.SignedOn, x => x.mandate.SignedOn)
                .SetProperty(x => x.order.PartyName, x => x.mandate.DebtorName)
                .SetProperty(x => x.order.PartyIban, x => x.mandate.DebtorIban)
                .SetProperty(x => x.order.PartyBic, x => x.mandate.DebtorBic)
                .SetProperty(x => x.order.Street, x => x.mandate.Street)
                .SetProperty(x => x.order.BuildingNumber, x => x.mandate.BuildingNumber)
                .SetProperty(x => x.order.PostalCode, x => x.mandate.PostalCode)
                .SetProperty(x => x.order.Town, x => x.mandate.Town)
                .SetProperty(x => x.order.Country, x => x.mandate.Country)
                .SetProperty(x => x.order.AddressLine1, x => x.mandate.AddressLine1)
                .SetProperty(x => x.order.AddressLine2, x => x.mandate.AddressLine2)
                .SetProperty(x => x.order.OriginalReference, (string?)null)
                .SetProperty(x => x.order.OriginalDebtorIban, (string?)null)
                .SetProperty(x => x.order.OriginalCreditorIdentifier, (string?)null)
                .SetProperty(x => x.order.OriginalCreditorName, (string?)null)
                .SetProperty(x => x.order.ExecutionDate, x => x.order.RequestedOn ?? earliest)
                .SetProperty(x => x.order.SequenceType, SequenceType.Rcur),
            cancellationToken);
    }

    private async Task SetSequenceTypesAsync(Guid remittanceId, bool usesFrst, CancellationToken cancellationToken)
    {
        var lines = db.Collections.Where(c => c.RemittanceId == remittanceId && c.Status == OrderStatus.InRemittance);
        await lines.Where(c => db.Mandates.Any(m => m.Id == c.MandateId && m.Type == MandateType.OneOff))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, SequenceType.Ooff), cancellationToken);
        if (usesFrst)
        {
            await lines.Where(c => db.Mandates.Any(m => m.Id == c.MandateId && m.Type == MandateType.Recurrent && m.LastCollectedOn == null)
                    && !db.Collections.Any(o => EF.Property<Guid?>(o, nameof(Collection.MandateId)) != null && o.MandateId == c.MandateId && o.RemittanceId == remittanceId
                        && (o.ExecutionDate < c.ExecutionDate || (o.ExecutionDate == c.ExecutionDate && o.Id < c.Id))))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, SequenceType.Frst), cancellationToken);
        }

        await lines.Where(c => c.RequestedSequence != null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.SequenceType, c => c.RequestedSequence), cancellationToken);
    }
}
