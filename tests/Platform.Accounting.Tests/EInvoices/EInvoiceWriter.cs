using System.Globalization;
using System.Xml.Linq;

namespace Platform.Accounting.Tests;

/// <summary>Writes invoices, enough to read them back.</summary>
internal static class EInvoiceWriter
{
    private static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private static readonly XNamespace Rsm = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    private static readonly XNamespace Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    private static readonly XNamespace Udt = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";

    public static string Write(EInvoice invoice) => (invoice.Syntax == EInvoiceSyntax.Cii ? Cii(invoice) : Ubl(invoice)).ToString();

    private static XElement Ubl(EInvoice i)
    {
        XNamespace root = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
        var sums = i.Sums;
        return new XElement(root + "Invoice",
            B("CustomizationID", i.Profile), B("ID", i.Number), B("IssueDate", $"{i.IssuedOn:yyyy-MM-dd}"), B("DueDate", $"{i.DueOn:yyyy-MM-dd}"),
            B("InvoiceTypeCode", i.TypeCode), B("Note", i.Note), B("DocumentCurrencyCode", i.Currency),
            A("AccountingSupplierParty", UblParty(i.Seller)), A("AccountingCustomerParty", UblParty(i.Buyer)),
            A("PaymentMeans", B("PaymentMeansCode", i.Payment.MeansCode), B("PaymentID", i.Payment.Reference),
                A("PayeeFinancialAccount", B("ID", i.Payment.Iban), B("Name", i.Payment.AccountName), A("FinancialInstitutionBranch", B("ID", i.Payment.Bic)))),
            A("TaxTotal", Money("TaxAmount", sums.Tax), i.Vat.Select(v => A("TaxSubtotal", Money("TaxableAmount", v.TaxableAmount), Money("TaxAmount", v.TaxAmount),
                A("TaxCategory", B("ID", v.Category), B("Percent", Text(v.Rate)), A("TaxScheme", B("ID", "VAT")))))),
            A("LegalMonetaryTotal", Money("LineExtensionAmount", sums.LinesNet), Money("TaxExclusiveAmount", sums.TaxExclusive), Money("TaxInclusiveAmount", sums.TaxInclusive),
                Money("AllowanceTotalAmount", sums.Allowances), Money("ChargeTotalAmount", sums.Charges), Money("PrepaidAmount", sums.Prepaid), Money("PayableAmount", sums.Payable)),
            i.Lines.Select(l => A("InvoiceLine", B("ID", l.Number), With(B("InvoicedQuantity", Text(l.Quantity)), "unitCode", l.Unit), Money("LineExtensionAmount", l.NetAmount),
                A("Item", B("Name", l.Description), A("ClassifiedTaxCategory", B("Percent", Text(l.VatRate)))))));
    }

    private static XElement UblParty(EInvoiceParty p) => A("Party",
        A("PostalAddress", B("CityName", p.Town), A("Country", B("IdentificationCode", p.Country))),
        A("PartyTaxScheme", B("CompanyID", p.VatNumber), A("TaxScheme", B("ID", "VAT"))),
        A("PartyLegalEntity", B("RegistrationName", p.Name), With(B("CompanyID", p.CompanyId), "schemeID", p.CompanyIdScheme)),
        A("Contact", B("ElectronicMail", p.Email)));

    private static XElement Cii(EInvoice i)
    {
        var sums = i.Sums;
        return new XElement(Rsm + "CrossIndustryInvoice",
            new XElement(Rsm + "ExchangedDocumentContext", R("GuidelineSpecifiedDocumentContextParameter", R("ID", i.Profile))),
            new XElement(Rsm + "ExchangedDocument", R("ID", i.Number), R("TypeCode", i.TypeCode), Day("IssueDateTime", i.IssuedOn), R("IncludedNote", R("Content", i.Note))),
            new XElement(Rsm + "SupplyChainTradeTransaction",
                i.Lines.Select(CiiLine),
                R("ApplicableHeaderTradeAgreement", R("SellerTradeParty", CiiParty(i.Seller)), R("BuyerTradeParty", CiiParty(i.Buyer))),
                R("ApplicableHeaderTradeSettlement",
                    R("PaymentReference", i.Payment.Reference), R("InvoiceCurrencyCode", i.Currency),
                    R("SpecifiedTradeSettlementPaymentMeans", R("TypeCode", i.Payment.MeansCode),
                        R("PayeePartyCreditorFinancialAccount", R("IBANID", i.Payment.Iban), R("AccountName", i.Payment.AccountName)),
                        R("PayeeSpecifiedCreditorFinancialInstitution", R("BICID", i.Payment.Bic))),
                    i.Vat.Select(v => R("ApplicableTradeTax", R("CalculatedAmount", Text(v.TaxAmount)), R("BasisAmount", Text(v.TaxableAmount)),
                        R("CategoryCode", v.Category), R("RateApplicablePercent", Text(v.Rate)))),
                    R("SpecifiedTradePaymentTerms", Day("DueDateDateTime", i.DueOn)),
                    R("SpecifiedTradeSettlementHeaderMonetarySummation",
                        R("LineTotalAmount", Text(sums.LinesNet)), R("ChargeTotalAmount", Text(sums.Charges)), R("AllowanceTotalAmount", Text(sums.Allowances)),
                        R("TaxBasisTotalAmount", Text(sums.TaxExclusive)), With(R("TaxTotalAmount", Text(sums.Tax)), "currencyID", "EUR"),
                        R("GrandTotalAmount", Text(sums.TaxInclusive)), R("TotalPrepaidAmount", Text(sums.Prepaid)), R("DuePayableAmount", Text(sums.Payable))))));
    }

    private static XElement CiiLine(EInvoiceLine l) => R("IncludedSupplyChainTradeLineItem",
        R("AssociatedDocumentLineDocument", R("LineID", l.Number)), R("SpecifiedTradeProduct", R("Name", l.Description)),
        R("SpecifiedLineTradeDelivery", With(R("BilledQuantity", Text(l.Quantity)), "unitCode", l.Unit)),
        R("SpecifiedLineTradeSettlement", R("ApplicableTradeTax", R("RateApplicablePercent", Text(l.VatRate))),
            R("SpecifiedTradeSettlementLineMonetarySummation", R("LineTotalAmount", Text(l.NetAmount)))));

    private static XElement[] CiiParty(EInvoiceParty p) =>
    [
        R("Name", p.Name), R("SpecifiedLegalOrganization", With(R("ID", p.CompanyId), "schemeID", p.CompanyIdScheme)),
        R("DefinedTradeContact", R("EmailURIUniversalCommunication", R("URIID", p.Email))), R("PostalTradeAddress", R("CityName", p.Town), R("CountryID", p.Country)),
        R("SpecifiedTaxRegistration", With(R("ID", p.VatNumber), "schemeID", "VA")),
    ];

    private static XElement A(string name, params object[] content) => new(Cac + name, content);

    private static XElement B(string name, string? text) => new(Cbc + name, text);

    private static XElement R(string name, params object?[] content) => new(Ram + name, content);

    private static XElement Day(string name, DateOnly? day) => R(name, With(new XElement(Udt + "DateTimeString", $"{day:yyyyMMdd}"), "format", "102"));

    private static XElement Money(string name, decimal? amount) => With(B(name, Text(amount)), "currencyID", "EUR");

    private static XElement With(XElement element, string attribute, string? value)
    {
        if (value is not null)
            element.SetAttributeValue(attribute, value);
        return element;
    }

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
