using System.Globalization;

namespace Platform.Accounting;

/// <summary>
/// Sums as EN 16931-1 defines them. A rule is asked only where the invoice has what it needs: the profiles Minimum and Basic WL leave out
/// lines, and the former what was paid before.
/// </summary>
internal static class SumChecks
{
    // The norm's own test of BR-CO-17 lets pass what is less than one unit away: VAT may be rounded line by line.
    private const decimal VatTolerance = 1m;

    public static IEnumerable<EInvoiceFinding> Find(EInvoice invoice) =>
        Totals(invoice).Where(r => !r.Holds(Currencies.Decimals(invoice.Currency)))
            .Concat(invoice.Vat.Select(VatOf).Where(r => r is { Value: { } value, Expected: { } expected } && Math.Abs(value - expected) >= VatTolerance))
            .Select(r => new EInvoiceFinding(r.Code, EInvoiceSeverity.Error, r.Place, Text(r.Value), r.Rule, Text(r.Expected)));

    private static SumRule[] Totals(EInvoice invoice)
    {
        var sums = invoice.Sums;
        return
        [
            new(AccountingErrorCodes.EInvoiceLinesSum, "BR-CO-10", "BT-106", sums.LinesNet, invoice.LineCount == 0 ? null : invoice.LinesTotal),
            new(AccountingErrorCodes.EInvoiceNetSum, "BR-CO-13", "BT-109", sums.TaxExclusive, sums.LinesNet - (sums.Allowances ?? 0) + (sums.Charges ?? 0)),
            new(AccountingErrorCodes.EInvoiceVatSum, "BR-CO-14", "BT-110", sums.Tax ?? 0, invoice.Vat.Count == 0 ? null : invoice.Vat.Sum(v => v.TaxAmount ?? 0)),
            new(AccountingErrorCodes.EInvoiceGrossSum, "BR-CO-15", "BT-112", sums.TaxInclusive, sums.TaxExclusive + (sums.Tax ?? 0)),
            new(AccountingErrorCodes.EInvoicePayableSum, "BR-CO-16", "BT-115", sums.Payable,
                IsMinimum(invoice) ? null : sums.TaxInclusive - (sums.Prepaid ?? 0) + (sums.Rounding ?? 0)),
        ];
    }

    private static SumRule VatOf(EInvoiceVat vat) => new(
        AccountingErrorCodes.EInvoiceVatAmount, "BR-CO-17", "BT-117", vat.TaxAmount, vat.TaxableAmount * vat.Rate / 100 is { } tax ? Math.Round(tax, 2, MidpointRounding.AwayFromZero) : null);

    private static bool IsMinimum(EInvoice invoice) => invoice.Profile?.EndsWith(":minimum", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Text(decimal? amount) => amount?.ToString("0.00####", CultureInfo.InvariantCulture);

    private sealed record SumRule(string Code, string Rule, string Place, decimal? Value, decimal? Expected)
    {
        public bool Holds(int decimals) =>
            Value is null || Expected is null || Round(Value.Value, decimals) == Round(Expected.Value, decimals);

        private static decimal Round(decimal amount, int decimals) => Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
    }
}
