using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Who is paid, checked.</summary>
internal sealed record PartyData(string Name, Iban Iban, Bic? Bic, PostalAddress? Address);

/// <summary>A credit-transfer order.</summary>
internal sealed class Transfer : PaymentOrder
{
    public Transfer(PartyData creditor, OrderData order, DateTime now, Guid? importBatchId = null) : base(OrderKind.Transfer, order, now, importBatchId)
    {
        (PartyName, PartyIban, PartyBic) = (creditor.Name, creditor.Iban.Value, creditor.Bic?.Value);
        SetAddress(creditor.Address);
        SearchText = SearchTexts.Of(EndToEndId, InvoiceNumber, PartyName);
    }

    /// <summary>A second attempt for a transfer that was rejected or came back.</summary>
    public Transfer(Transfer failed, DateTime now) : base(OrderKind.Transfer, Again(failed), now, null)
    {
        Retries(failed);
        (PartyName, PartyIban, PartyBic) = (failed.PartyName, failed.PartyIban, failed.PartyBic);
        SetAddress(failed.Address());
        SearchText = SearchTexts.Of(EndToEndId, InvoiceNumber, PartyName);
    }

    private Transfer()
    {
    }
}
