using FsCheck;
using FsCheck.Fluent;

namespace Platform.Accounting.Tests;

/// <summary>Invoices that keep the norm.</summary>
internal static class GeneratedInvoice
{
    private static readonly decimal[] Rates = [0m, 5.5m, 10m, 19m, 20m];

    private static readonly Gen<EInvoiceLine> Line =
        from quantity in Gen.Choose(1, 99_999)
        from price in Gen.Choose(1, 999_999)
        from rate in Gen.Elements(Rates)
        from name in Gen.Elements("Farine", "Heures de montage", "Öl & <Fett>", "Ελιές")
        from unit in Gen.Elements("C62", "HUR", "KGM")
        select new EInvoiceLine("1", name, quantity / 100m, unit, Round(quantity / 100m * price / 100m), rate);

    public static Arbitrary<EInvoice> Arbitrary { get; } = (
        from lines in Line.NonEmptyListOf()
        from syntax in Gen.Elements(EInvoiceSyntax.UblInvoice, EInvoiceSyntax.Cii)
        from charges in Gen.Choose(0, 5_000)
        from prepaid in Gen.Choose(0, 50_000)
        from days in Gen.Choose(0, 90)
        select Make(syntax, [.. lines.Select((l, n) => l with { Number = $"{n + 1}" })], charges / 100m, prepaid / 100m, days)).ToArbitrary();

    public static EInvoice Make(EInvoiceSyntax syntax, List<EInvoiceLine> lines, decimal charges, decimal prepaid, int days)
    {
        var vat = lines.GroupBy(l => l.VatRate).Select(g => Vat(g.Key!.Value, g.Sum(l => l.NetAmount!.Value))).ToList();
        var (net, tax) = (lines.Sum(l => l.NetAmount!.Value), vat.Sum(v => v.TaxAmount!.Value));
        // As much is allowed as is charged: the breakdown stays as it is.
        var sums = new EInvoiceSums(net, charges, charges, net, tax, net + tax, prepaid, null, net + tax - prepaid);
        return new EInvoice(
            syntax, "urn:cen.eu:en16931:2017", "F-1", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1).AddDays(days), "380", "EUR",
            new EInvoiceParty("Moulin & Fils", "FR96552100554", "552100554", "0002", "FR", "Sens", "a@b.example"),
            new EInvoiceParty("Boulangerie", "FR68904173523", "904173523", "0002", "FR", "Lyon", "c@d.example"),
            lines.Count, net, lines, vat, sums, new EInvoicePayment("58", "FR7630006000011234567890189", "AGRIFRPP", "Moulin", null, "REF 1", null), "Merci");
    }

    private static EInvoiceVat Vat(decimal rate, decimal taxable) => new(rate == 0 ? "Z" : "S", rate, taxable, Round(taxable * rate / 100), null);

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
