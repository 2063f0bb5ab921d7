using System.Globalization;
using Platform.Sepa;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>What is wrong in an invoice.</summary>
internal static class EInvoiceChecks
{
    /// <param name="invoice">As read.</param>
    /// <param name="ownVatNumber">The company's, in its normal form; null or empty when it has none.</param>
    /// <returns>Errors first.</returns>
    public static IReadOnlyList<EInvoiceFinding> Find(EInvoice invoice, string? ownVatNumber) =>
    [
        .. Missing(invoice).Concat(SumChecks.Find(invoice)).Append(Currency(invoice)).Append(Account(invoice.Payment)).Append(Seller(invoice.Seller))
            .Append(Buyer(invoice.Buyer, ownVatNumber)).Append(DueDate(invoice)).Append(Sign(invoice)).OfType<EInvoiceFinding>()
            .OrderByDescending(f => f.Severity),
    ];

    private static IEnumerable<EInvoiceFinding?> Missing(EInvoice invoice) =>
    [
        invoice.Number is null ? Error(AccountingErrorCodes.EInvoiceNumberMissing, "BT-1", null, "BR-02") : null,
        invoice.Seller.Name is null ? Error(AccountingErrorCodes.EInvoiceSellerMissing, "BT-27", null, "BR-06") : null,
        invoice.Sums.Payable is null ? Error(AccountingErrorCodes.EInvoicePayableMissing, "BT-115", null, "BR-15") : null,
    ];

    private static EInvoiceFinding? Currency(EInvoice invoice) =>
        Currencies.IsKnown(invoice.Currency) ? null : Error(AccountingErrorCodes.EInvoiceCurrency, "BT-5", invoice.Currency, invoice.Currency is null ? "BR-05" : "BR-CL-04");

    // Elsewhere accounts may have other numbers, but not where the invoice asks for a SEPA transfer.
    private static EInvoiceFinding? Account(EInvoicePayment payment)
    {
        if (payment.Iban is not { } account || Iban.TryParse(account, out _, out _))
            return null;
        var severity = payment.MeansCode == "58" || Iban.TryParse(account, out _, out var code) || code != SepaErrorCodes.IbanCountry ? EInvoiceSeverity.Error : EInvoiceSeverity.Warning;
        return new EInvoiceFinding(AccountingErrorCodes.EInvoiceIban, severity, "BT-84", account, "ISO 13616");
    }

    private static EInvoiceFinding? Seller(EInvoiceParty seller) =>
        seller.VatNumber is { } number && !VatNumber.TryParse(number, out _, out var code) && !IsForeign(code)
            ? Warning(AccountingErrorCodes.EInvoiceVatNumber, "BT-31", number, "BR-CO-09")
            : null;

    // Of a country that has other numbers than those of the Union.
    private static bool IsForeign(string code) => code == TenancyErrorCodes.VatCountry;

    private static EInvoiceFinding? Buyer(EInvoiceParty buyer, string? own) =>
        buyer.VatNumber is { } number && !string.IsNullOrEmpty(own) && !(VatNumber.TryParse(number, out var theirs, out _) && theirs.Value == own)
            ? Warning(AccountingErrorCodes.EInvoiceBuyer, "BT-48", number, "Directive 2006/112/EC, article 226", own)
            : null;

    private static EInvoiceFinding? DueDate(EInvoice invoice) =>
        invoice.DueOn < invoice.IssuedOn ? Warning(AccountingErrorCodes.EInvoiceDueBeforeIssue, "BT-9", Text(invoice.DueOn), "BT-9 ≥ BT-2", Text(invoice.IssuedOn)) : null;

    private static EInvoiceFinding? Sign(EInvoice invoice) => invoice.Sums.Payable is < 0 and { } payable
        ? Warning(AccountingErrorCodes.EInvoiceSign, "BT-115", payable.ToString("0.00####", CultureInfo.InvariantCulture), "UNTDID 1001")
        : null;

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static EInvoiceFinding Error(string code, string place, string? value, string rule) => new(code, EInvoiceSeverity.Error, place, value, rule);

    private static EInvoiceFinding Warning(string code, string place, string? value, string rule, string? expected = null) =>
        new(code, EInvoiceSeverity.Warning, place, value, rule, expected);
}
