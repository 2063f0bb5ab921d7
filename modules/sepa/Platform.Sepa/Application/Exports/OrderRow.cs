using System.Linq.Expressions;

namespace Platform.Sepa;

/// <summary>An order as an export shows it.</summary>
internal sealed record OrderRow(
    string EndToEndId, string? MandateReference, string PartyName, string PartyIban, string? PartyBic, SequenceType? SequenceType, DateOnly? ExecutionDate,
    long AmountCents, string? InvoiceNumber, BankState? BankState, DateOnly? BankStateOn, string? BankReason, string? RemittanceInformation,
    OrderStatus Status = OrderStatus.Issued, string? RemittanceNumber = null)
{
    public static readonly Expression<Func<PaymentOrder, OrderRow>> OfRemittance = c => new OrderRow(
        c.EndToEndId, ((Collection)c).MandateReference, c.PartyName!, c.PartyIban!, c.PartyBic, c.SequenceType, c.ExecutionDate, c.AmountCents,
        c.InvoiceNumber, c.BankState, c.BankStateOn, c.BankReason, c.RemittanceInformation, c.Status, null);

    public static Expression<Func<CollectionWithMandate, OrderRow>> OfList(IQueryable<Remittance> remittances) => x => new OrderRow(
        x.Collection.EndToEndId, x.Mandate.Reference, x.Collection.PartyName ?? x.Mandate.DebtorName, x.Collection.PartyIban ?? x.Mandate.DebtorIban,
        x.Collection.PartyBic, x.Collection.SequenceType, x.Collection.ExecutionDate ?? x.Collection.RequestedOn, x.Collection.AmountCents,
        x.Collection.InvoiceNumber, x.Collection.BankState, x.Collection.BankStateOn, x.Collection.BankReason, x.Collection.RemittanceInformation,
        x.Collection.Status, remittances.Where(r => r.Id == x.Collection.RemittanceId).Select(r => r.Number).FirstOrDefault());
}
