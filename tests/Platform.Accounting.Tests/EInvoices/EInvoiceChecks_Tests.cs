using FsCheck;
using FsCheck.Fluent;

namespace Platform.Accounting.Tests;

[Trait("Req", "ACC-09")]
public sealed class EInvoiceChecks_Tests
{
    private const string Own = "FR68904173523";

    [Fact]
    public void Find_InvoicesThatKeepTheNorm_AreReadBackTheSameAndWithoutFindings() =>
        Prop.ForAll(GeneratedInvoice.Arbitrary, invoice =>
        {
            var read = Samples.Read(EInvoiceWriter.Write(invoice))!;
            read.Plain().ShouldBeEquivalentTo(invoice);
            // More may have been paid than is due.
            EInvoiceChecks.Find(read, Own).Where(f => f.Code != AccountingErrorCodes.EInvoiceSign).ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_Samples_AreWithoutFindings()
    {
        foreach (var name in Samples.Invoices)
            EInvoiceChecks.Find(Samples.ReadFile(name), Own).ShouldBeEmpty(name);
    }

    [Theory]
    [InlineData(EInvoiceSyntax.UblInvoice)]
    [InlineData(EInvoiceSyntax.Cii)]
    public void Find_OneChangedCent_BreaksTheRulesItStandsIn(EInvoiceSyntax syntax)
    {
        var right = GeneratedInvoice.Make(syntax, [new("1", "Farine", 3, "KGM", 70.10m, 20), new("2", "Huile", 1, "LTR", 9.99m, 5.5m)], 4, 10, 30);
        var sums = right.Sums;
        const decimal cent = 0.01m;
        Rules(right with { Sums = sums with { LinesNet = sums.LinesNet + cent } }).ShouldBe(["BR-CO-10", "BR-CO-13"]);
        Rules(right with { Sums = sums with { Allowances = sums.Allowances - cent } }).ShouldBe(["BR-CO-13"]);
        Rules(right with { Sums = sums with { Charges = sums.Charges + cent } }).ShouldBe(["BR-CO-13"]);
        Rules(right with { Sums = sums with { TaxExclusive = sums.TaxExclusive - cent } }).ShouldBe(["BR-CO-13", "BR-CO-15"]);
        Rules(right with { Sums = sums with { Tax = sums.Tax + cent } }).ShouldBe(["BR-CO-14", "BR-CO-15"]);
        Rules(right with { Sums = sums with { TaxInclusive = sums.TaxInclusive + cent } }).ShouldBe(["BR-CO-15", "BR-CO-16"]);
        Rules(right with { Sums = sums with { Prepaid = sums.Prepaid + cent } }).ShouldBe(["BR-CO-16"]);
        Rules(right with { Sums = sums with { Payable = sums.Payable - cent } }).ShouldBe(["BR-CO-16"]);
        Rules(right with { Lines = [right.Lines[0] with { NetAmount = 70.11m }, right.Lines[1]] }).ShouldBe(["BR-CO-10"]);
        Rules(right with { Vat = [right.Vat[0] with { TaxAmount = right.Vat[0].TaxAmount + cent }, right.Vat[1]] }).ShouldBe(["BR-CO-14"]);
        Rules(right).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.00, true)]
    public void Find_VatOfARate_MayBeLessThanOneUnitAway(decimal by, bool isFound)
    {
        var right = GeneratedInvoice.Make(EInvoiceSyntax.UblInvoice, [new("1", "Farine", 3, "KGM", 70.10m, 20)], 0, 0, 30);
        var wrong = right with { Vat = [right.Vat[0] with { TaxAmount = right.Vat[0].TaxAmount + by }] };
        Rules(wrong).Contains("BR-CO-17").ShouldBe(isFound);
    }

    [Fact]
    public void Find_WrongSums_SaysWhereWhatAndWhatShouldStandThere()
    {
        var found = EInvoiceChecks.Find(Samples.ReadFile("ubl-wrong-sums.xml"), Own);
        found.Select(f => (f.Code, f.Severity, f.Place, f.Value, f.Rule, f.Expected)).ShouldBe(
        [
            (AccountingErrorCodes.EInvoiceLinesSum, EInvoiceSeverity.Error, "BT-106", "951.00", "BR-CO-10", "950.00"),
            (AccountingErrorCodes.EInvoiceNetSum, EInvoiceSeverity.Error, "BT-109", "965.00", "BR-CO-13", "966.00"),
            (AccountingErrorCodes.EInvoiceVatSum, EInvoiceSeverity.Error, "BT-110", "65.40", "BR-CO-14", "75.40"),
            (AccountingErrorCodes.EInvoicePayableSum, EInvoiceSeverity.Error, "BT-115", "1001.00", "BR-CO-16", "1000.00"),
            (AccountingErrorCodes.EInvoiceVatAmount, EInvoiceSeverity.Error, "BT-117", "58.40", "BR-CO-17", "48.40"),
            (AccountingErrorCodes.EInvoiceIban, EInvoiceSeverity.Error, "BT-84", "FR76 3000 6000 0112 3456 7890 180", "ISO 13616", null),
            (AccountingErrorCodes.EInvoiceVatNumber, EInvoiceSeverity.Warning, "BT-31", "FR97552100554", "BR-CO-09", null),
            (AccountingErrorCodes.EInvoiceDueBeforeIssue, EInvoiceSeverity.Warning, "BT-9", "2026-10-02", "BT-9 ≥ BT-2", "2026-11-02"),
        ]);
    }

    [Fact]
    public void Find_WhatIsMissing_IsAnError()
    {
        var empty = Samples.Read("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>")!;
        EInvoiceChecks.Find(empty, Own).Select(f => (f.Place, f.Rule)).ShouldBe([("BT-1", "BR-02"), ("BT-27", "BR-06"), ("BT-115", "BR-15"), ("BT-5", "BR-05")]);
    }

    [Theory]
    [InlineData(Own, false)]
    [InlineData("FR 68 904 173 523", false)]
    [InlineData("BE0764183519", true)]
    [InlineData("FR68", true)]
    public void Find_BuyersVatNumber_IsToBeOurs(string number, bool isFound)
    {
        var invoice = Samples.ReadFile("cii-invoice.xml");
        var theirs = invoice with { Buyer = invoice.Buyer with { VatNumber = number } };
        EInvoiceChecks.Find(theirs, Own).Select(f => f.Place).ShouldBe(isFound ? ["BT-48"] : []);
        EInvoiceChecks.Find(theirs, "").ShouldBeEmpty("a company without a number");
    }

    [Fact]
    public void Find_ANegativeAmountDueOrAnUnknownCurrency_IsTold()
    {
        var note = Samples.ReadFile("ubl-credit-note.xml");
        EInvoiceChecks.Find(note with { Sums = new(null, null, null, null, null, null, null, null, -120) }, Own).Select(f => f.Place).ShouldContain("BT-115");
        EInvoiceChecks.Find(note with { Currency = "EUX" }, Own).ShouldHaveSingleItem().Code.ShouldBe(AccountingErrorCodes.EInvoiceCurrency);
    }

    private static IEnumerable<string> Rules(EInvoice invoice) => EInvoiceChecks.Find(Samples.Read(EInvoiceWriter.Write(invoice))!, Own).Select(f => f.Rule);
}
