using System.Linq.Expressions;

namespace Platform.Sepa;

/// <summary>An order as an export shows it.</summary>
internal sealed record OrderRow(
    string EndToEndId, string? MandateReference, string PartyName, string PartyIban, string? PartyBic, SequenceType? SequenceType, DateOnly ExecutionDate,
    long AmountCents, string? InvoiceNumber, BankState? BankState, DateOnly? BankStateOn, string? BankReason, string? RemittanceInformation)
{
    public static readonly Expression<Func<PaymentOrder, OrderRow>> Columns = c => new OrderRow(
        c.EndToEndId, ((Collection)c).MandateReference, c.PartyName!, c.PartyIban!, c.PartyBic, c.SequenceType, c.ExecutionDate!.Value, c.AmountCents,
        c.InvoiceNumber, c.BankState, c.BankStateOn, c.BankReason, c.RemittanceInformation);
}
