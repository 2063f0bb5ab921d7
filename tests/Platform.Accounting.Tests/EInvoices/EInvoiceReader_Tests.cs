using System.Text;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

[Trait("Req", "ACC-09")]
public sealed class EInvoiceReader_Tests
{
    [Fact]
    public void Read_AUblInvoice_GivesEveryField()
    {
        var invoice = Samples.ReadFile("ubl-invoice.xml");
        invoice.ShouldBeEquivalentTo(new EInvoice(
            EInvoiceSyntax.UblInvoice, "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0", "MV-2026-0417",
            new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 2), "380", "EUR",
            new EInvoiceParty("Moulin de la Vanne SAS", "FR96552100554", "552100554", "0002", "FR", "Sens", "compta@moulin-vanne.example"),
            new EInvoiceParty("Boulangerie Lefèvre SARL", "FR68904173523", null, null, "FR", "Lyon", "factures@lefevre.example"),
            2, 950.00m,
            new List<EInvoiceLine> { new("1", "Farine T65 – Sacs de 25 kg", 1200m, "KGM", 900.00m, 5.5m), new("2", "Palette Europe", 4m, "C62", 50.00m, 20m) },
            new List<EInvoiceVat> { new("S", 5.5m, 880.00m, 48.40m, null), new("S", 20m, 85.00m, 17.00m, null) },
            new EInvoiceSums(950.00m, 20.00m, 35.00m, 965.00m, 65.40m, 1030.40m, 30.40m, null, 1000.00m),
            new EInvoicePayment("30", "FR76 3000 6000 0112 3456 7890 189", "AGRIFRPP", "Moulin de la Vanne", null, "MV0417", null),
            "Farine livrée le 30 octobre & reprise des palettes.\nEscompte : néant."));
        invoice.IsCreditNote.ShouldBeFalse();
    }

    [Fact]
    public void Read_AUblCreditNote_GivesEveryField()
    {
        var invoice = Samples.ReadFile("ubl-credit-note.xml");
        invoice.ShouldBeEquivalentTo(new EInvoice(
            EInvoiceSyntax.UblCreditNote, "urn:cen.eu:en16931:2017", "AV-2026-031", new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 30), "381", "EUR",
            new EInvoiceParty("Nordkorn GmbH", "DE136695976", null, null, "DE", "Hamburg", null),
            new EInvoiceParty("Boulangerie Lefèvre SARL", null, null, null, null, null, null),
            1, 120.00m, new List<EInvoiceLine> { new("1", "Roggenmehl, feucht geliefert", 3m, "XBG", 120.00m, 0m) },
            new List<EInvoiceVat> { new("K", 0m, 120.00m, 0.00m, "Intra-Community supply") },
            new EInvoiceSums(120.00m, null, null, 120.00m, 0.00m, 120.00m, null, null, 120.00m),
            new EInvoicePayment("58", null, null, null, null, null, null), null));
        invoice.IsCreditNote.ShouldBeTrue();
    }

    [Fact]
    public void Read_ACiiInvoice_GivesEveryFieldInTheInvoicesCurrency()
    {
        Samples.ReadFile("cii-invoice.xml").ShouldBeEquivalentTo(new EInvoice(
            EInvoiceSyntax.Cii, "urn:cen.eu:en16931:2017", "R-88123", new DateOnly(2026, 11, 5), new DateOnly(2026, 12, 5), "380", "EUR",
            new EInvoiceParty("Ofenbau Kessler GmbH", "DE136695976", "HRB-77120", "0204", "DE", "Freiburg", "rechnung@kessler.example"),
            new EInvoiceParty("Boulangerie Lefèvre SARL", "FR68904173523", null, null, "FR", "Lyon", "factures@lefevre.example"),
            1, 536.25m, new List<EInvoiceLine> { new("10", "Monteurstunde – Mechanik", 6.5m, "HUR", 536.25m, 19m) },
            new List<EInvoiceVat> { new("S", 19.00m, 536.25m, 101.89m, null) },
            new EInvoiceSums(536.25m, null, null, 536.25m, 101.89m, 638.14m, null, -0.04m, 638.10m),
            new EInvoicePayment("58", "DE89370400440532013000", "COBADEFFXXX", null, "Factoring Süd AG", "88123-24", null),
            "Wartung Ofen 3, Auftrag 5512"));
    }

    [Fact]
    public void Read_DirectDebitAmongSeveralMeans_IsTold()
    {
        var debit = "<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode><cac:PaymentMandate><cbc:ID>M-7</cbc:ID></cac:PaymentMandate></cac:PaymentMeans>";
        var invoice = Samples.Read(Samples.Text("ubl-invoice.xml").Replace("<cac:TaxTotal>", debit + "<cac:TaxTotal>"))!;
        invoice.Payment.IsDirectDebit.ShouldBeTrue();
        invoice.Payment.MandateReference.ShouldBe("M-7");
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("<Invoice/>")]
    [InlineData("<Invoice xmlns='urn:example:other'><ID>1</ID></Invoice>")]
    [InlineData("<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>")]
    [InlineData("<x:SCRDMCCBDACIOMessageStructure xmlns:x='urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100'/>")]
    [InlineData("<html><body>facture</body></html>")]
    public void Read_SomethingElse_GivesNull(string text) => Samples.Read(text).ShouldBeNull();

    [Fact]
    public void Read_ElementsOfOtherNamespaces_AreNotTaken() =>
        Samples.Read("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'><e:ID xmlns:e='urn:x'>7</e:ID></Invoice>")!.Number.ShouldBeNull();

    [Fact]
    public void Read_ADocumentTypeDefinition_IsRefused() =>
        Refused(Samples.Text("dtd-bomb.xml")).Code.ShouldBe(AccountingErrorCodes.EInvoiceDtd);

    [Fact]
    public void Read_CutAnywhere_IsRefusedOrTakenForSomethingElse()
    {
        foreach (var whole in Samples.Invoices.Select(n => Encoding.UTF8.GetBytes(Samples.Text(n).TrimEnd())))
        {
            var rootEnds = Encoding.UTF8.GetString(whole).IndexOf('>', 60);
            for (var length = 0; length < whole.Length; length += 7)
            {
                var cut = new MemoryStream(whole, 0, length);
                if (length <= rootEnds)
                    EInvoiceReader.Read(cut).ShouldBeNull();
                else
                    Should.Throw<BusinessException>(() => EInvoiceReader.Read(cut)).Code.ShouldBe(AccountingErrorCodes.EInvoiceMalformed);
            }
        }
    }

    [Fact]
    public void Read_Broken_NamesThePlace()
    {
        var refused = Refused(Samples.Text("ubl-invoice.xml").Replace("</cac:PayeeFinancialAccount>", ""));
        refused.Code.ShouldBe(AccountingErrorCodes.EInvoiceMalformed);
        refused.Data["place"].ShouldBe("Invoice/PaymentMeans/PayeeFinancialAccount");
        refused.Data["line"].ShouldBe(53);
    }

    [Theory]
    [InlineData(">1030.40<", ">1 030,40<", "BT-112", "1 030,40")]
    [InlineData(">1030.40<", ">1e3<", "BT-112", "1e3")]
    [InlineData(">1030.40<", ">9999999999999.00<", "BT-112", "9999999999999.00")]
    [InlineData("2026-12-02", "02/12/2026", "BT-9", "02/12/2026")]
    [InlineData("2026-11-02", "2026-02-30", "BT-2", "2026-02-30")]
    public void Read_AValueOfAnotherKind_NamesTermValueAndLine(string former, string now, string place, string value)
    {
        var refused = Refused(Samples.Text("ubl-invoice.xml").Replace(former, now));
        refused.Code.ShouldBe(AccountingErrorCodes.EInvoiceValue);
        (refused.Data["place"], refused.Data["value"]).ShouldBe((place, value));
        ((int)refused.Data["line"]!).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Read_ManyLines_CountsAllAndKeepsAThousand()
    {
        var invoice = Samples.Read(WithLines(EInvoiceLimits.Lines))!;
        (invoice.LineCount, invoice.Lines.Count, invoice.LinesTotal).ShouldBe((10_000, 1_000, 10_000m));
        Refused(WithLines(EInvoiceLimits.Lines + 1)).Code.ShouldBe(AccountingErrorCodes.EInvoiceManyLines);
    }

    [Fact]
    public void Read_TooLargeOrTooDeep_IsRefused()
    {
        var (start, end) = ("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'>", "</Invoice>");
        Refused(start + new string(' ', EInvoiceLimits.XmlBytes) + end).Code.ShouldBe(AccountingErrorCodes.EInvoiceTooLarge);
        Refused(start + string.Concat(Enumerable.Repeat("<a>", 100_000))).Code.ShouldBe(AccountingErrorCodes.EInvoiceTooDeep);
    }

    private static BusinessException Refused(string text) => Should.Throw<BusinessException>(() => Samples.Read(text));

    private static string WithLines(int count)
    {
        const string line = "<c:InvoiceLine><b:LineExtensionAmount>1</b:LineExtensionAmount></c:InvoiceLine>";
        return "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2' xmlns:c='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
            + " xmlns:b='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'>" + string.Concat(Enumerable.Repeat(line, count)) + "</Invoice>";
    }
}
