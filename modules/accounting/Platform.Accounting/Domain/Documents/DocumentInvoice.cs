using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Accounting;

/// <summary>What documents that are e-invoices are searched by, and their payment. All else is read from the document again.</summary>
[Retained(120, "Accounting.Retained.Documents")]
[DisableAuditing("Repeats what the document says; that a payment was prepared is an act of its own.")]
internal sealed class DocumentInvoice : IMultiTenant, IHasConcurrencyStamp
{
    public const int TextLength = 140;
    public const int CodeLength = 40;

    private DocumentInvoice()
    {
    }

    public DocumentInvoice(Guid documentId, EInvoice invoice)
    {
        DocumentId = documentId;
        (SellerName, Number) = (Cut(invoice.Seller.Name, TextLength), Cut(invoice.Number, TextLength));
        (SellerVatNumber, Currency) = (Cut(invoice.Seller.VatNumber, CodeLength), Cut(invoice.Currency, CodeLength));
        (IssuedOn, DueOn, IsCreditNote) = (invoice.IssuedOn, invoice.DueOn, invoice.IsCreditNote);
        PayableCents = invoice.Sums.Payable is { } payable ? (long)Math.Round(payable * 100) : null;
        Iban = Sepa.Iban.TryParse(invoice.Payment.Iban, out var iban, out _) ? iban.Value : null;
    }

    public Guid DocumentId { get; private set; }

    public Guid TenantId { get; set; }

    public string? SellerName { get; private set; }

    public string? SellerVatNumber { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public bool IsCreditNote { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>Hundredths of the currency's unit, whatever its own decimals.</summary>
    public long? PayableCents { get; private set; }

    /// <summary>Normal form; null where the invoice names no valid one.</summary>
    public string? Iban { get; private set; }

    /// <summary>The transfer that was prepared last.</summary>
    public Guid? TransferId { get; set; }

    public Guid ConcurrencyStamp { get; set; }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
