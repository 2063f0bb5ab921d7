using System.Linq.Expressions;

namespace Platform.Sepa;

/// <summary>An order as an export shows it.</summary>
internal sealed record OrderRow(
    string EndToEndId, string? MandateReference, string PartyName, string PartyIban, string? PartyBic, SequenceType SequenceType, DateOnly CollectionDate,
    long AmountCents, string? InvoiceNumber, BankState? BankState, DateOnly? BankStateOn, string? BankReason, string? RemittanceInformation)
{
    public static readonly Expression<Func<Collection, OrderRow>> Columns = c => new OrderRow(
        c.EndToEndId, c.MandateReference, c.DebtorName!, c.DebtorIban!, c.DebtorBic, c.SequenceType!.Value, c.CollectionDate!.Value, c.AmountCents,
        c.InvoiceNumber, c.BankState, c.BankStateOn, c.BankReason, c.RemittanceInformation);
}
