namespace Platform.Accounting;

/// <summary>UBL 2.1 as EN 16931-3-2 and Peppol BIS Billing 3.0 use it.</summary>
internal static class UblTerms
{
    private const string Schema = "urn:oasis:names:specification:ubl:schema:xsd:";

    private static readonly HashSet<string> Namespaces = [$"{Schema}CommonAggregateComponents-2", $"{Schema}CommonBasicComponents-2"];

    private const string Both = """
        CustomizationID BT-24
        ID BT-1
        IssueDate BT-2
        DueDate BT-9
        InvoiceTypeCode BT-3
        CreditNoteTypeCode BT-3
        Note BT-22
        DocumentCurrencyCode BT-5
        AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName BT-27
        AccountingSupplierParty/Party/PartyName/Name BT-28
        AccountingSupplierParty/Party/PartyLegalEntity/CompanyID BT-30
        AccountingSupplierParty/Party/PartyTaxScheme BG-4-TAX
        AccountingSupplierParty/Party/PartyTaxScheme/CompanyID BT-31
        AccountingSupplierParty/Party/PartyTaxScheme/TaxScheme/ID BT-31-SCHEME
        AccountingSupplierParty/Party/EndpointID BT-34
        AccountingSupplierParty/Party/PostalAddress/CityName BT-37
        AccountingSupplierParty/Party/PostalAddress/Country/IdentificationCode BT-40
        AccountingSupplierParty/Party/Contact/ElectronicMail BT-43
        AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName BT-44
        AccountingCustomerParty/Party/PartyName/Name BT-45
        AccountingCustomerParty/Party/PartyLegalEntity/CompanyID BT-47
        AccountingCustomerParty/Party/PartyTaxScheme BG-7-TAX
        AccountingCustomerParty/Party/PartyTaxScheme/CompanyID BT-48
        AccountingCustomerParty/Party/PartyTaxScheme/TaxScheme/ID BT-48-SCHEME
        AccountingCustomerParty/Party/EndpointID BT-49
        AccountingCustomerParty/Party/PostalAddress/CityName BT-52
        AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode BT-55
        AccountingCustomerParty/Party/Contact/ElectronicMail BT-58
        PayeeParty/PartyName/Name BT-59
        PaymentMeans BG-16
        PaymentMeans/PaymentMeansCode BT-81
        PaymentMeans/PaymentDueDate BT-9
        PaymentMeans/PaymentID BT-83
        PaymentMeans/PayeeFinancialAccount/ID BT-84
        PaymentMeans/PayeeFinancialAccount/Name BT-85
        PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID BT-86
        PaymentMeans/PaymentMandate/ID BT-89
        LegalMonetaryTotal/LineExtensionAmount BT-106
        LegalMonetaryTotal/AllowanceTotalAmount BT-107
        LegalMonetaryTotal/ChargeTotalAmount BT-108
        LegalMonetaryTotal/TaxExclusiveAmount BT-109
        TaxTotal/TaxAmount BT-110
        LegalMonetaryTotal/TaxInclusiveAmount BT-112
        LegalMonetaryTotal/PrepaidAmount BT-113
        LegalMonetaryTotal/PayableRoundingAmount BT-114
        LegalMonetaryTotal/PayableAmount BT-115
        TaxTotal/TaxSubtotal BG-23
        TaxTotal/TaxSubtotal/TaxableAmount BT-116
        TaxTotal/TaxSubtotal/TaxAmount BT-117
        TaxTotal/TaxSubtotal/TaxCategory/ID BT-118
        TaxTotal/TaxSubtotal/TaxCategory/Percent BT-119
        TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason BT-120

        """;

    public static InvoiceSyntax Invoice { get; } = Make(EInvoiceSyntax.UblInvoice, "Invoice", "InvoicedQuantity");

    public static InvoiceSyntax CreditNote { get; } = Make(EInvoiceSyntax.UblCreditNote, "CreditNote", "CreditedQuantity");

    private static InvoiceSyntax Make(EInvoiceSyntax kind, string root, string quantity) =>
        new(kind, root, $"{Schema}{root}-2", Namespaces, TermTable.Parse(Both + Line($"{root}Line", quantity)));

    private static string Line(string line, string quantity) => $"""
        {line} BG-25
        {line}/ID BT-126
        {line}/{quantity} BT-129
        {line}/LineExtensionAmount BT-131
        {line}/Item/ClassifiedTaxCategory/Percent BT-152
        {line}/Item/Name BT-153
        {line}/Item/Description BT-154
        """;
}
