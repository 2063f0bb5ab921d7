namespace Platform.Accounting;

/// <summary>UN/CEFACT Cross Industry Invoice D16B as EN 16931-3-3, Factur-X 1 and ZUGFeRD 2 use it.</summary>
internal static class CiiTerms
{
    private const string Data = "urn:un:unece:uncefact:data:standard:";

    private static readonly HashSet<string> Namespaces =
        [$"{Data}ReusableAggregateBusinessInformationEntity:100", $"{Data}UnqualifiedDataType:100", $"{Data}QualifiedDataType:100"];

    private const string Document = """
        ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID BT-24
        ExchangedDocument/ID BT-1
        ExchangedDocument/TypeCode BT-3
        ExchangedDocument/IssueDateTime/DateTimeString BT-2
        ExchangedDocument/IncludedNote/Content BT-22

        """;

    private const string Agreement = """
        SellerTradeParty/Name BT-27
        SellerTradeParty/SpecifiedLegalOrganization/TradingBusinessName BT-28
        SellerTradeParty/SpecifiedLegalOrganization/ID BT-30
        SellerTradeParty/SpecifiedTaxRegistration BG-4-TAX
        SellerTradeParty/SpecifiedTaxRegistration/ID BT-31
        SellerTradeParty/URIUniversalCommunication/URIID BT-34
        SellerTradeParty/PostalTradeAddress/CityName BT-37
        SellerTradeParty/PostalTradeAddress/CountryID BT-40
        SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/URIID BT-43
        BuyerTradeParty/Name BT-44
        BuyerTradeParty/SpecifiedLegalOrganization/TradingBusinessName BT-45
        BuyerTradeParty/SpecifiedLegalOrganization/ID BT-47
        BuyerTradeParty/SpecifiedTaxRegistration BG-7-TAX
        BuyerTradeParty/SpecifiedTaxRegistration/ID BT-48
        BuyerTradeParty/URIUniversalCommunication/URIID BT-49
        BuyerTradeParty/PostalTradeAddress/CityName BT-52
        BuyerTradeParty/PostalTradeAddress/CountryID BT-55
        BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/URIID BT-58

        """;

    private const string Settlement = """
        InvoiceCurrencyCode BT-5
        PaymentReference BT-83
        PayeeTradeParty/Name BT-59
        SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString BT-9
        SpecifiedTradePaymentTerms/DirectDebitMandateID BT-89
        SpecifiedTradeSettlementPaymentMeans BG-16
        SpecifiedTradeSettlementPaymentMeans/TypeCode BT-81
        SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID BT-84
        SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/ProprietaryID BT-84
        SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/AccountName BT-85
        SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID BT-86
        SpecifiedTradeSettlementHeaderMonetarySummation/LineTotalAmount BT-106
        SpecifiedTradeSettlementHeaderMonetarySummation/AllowanceTotalAmount BT-107
        SpecifiedTradeSettlementHeaderMonetarySummation/ChargeTotalAmount BT-108
        SpecifiedTradeSettlementHeaderMonetarySummation/TaxBasisTotalAmount BT-109
        SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount BT-110
        SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount BT-112
        SpecifiedTradeSettlementHeaderMonetarySummation/TotalPrepaidAmount BT-113
        SpecifiedTradeSettlementHeaderMonetarySummation/RoundingAmount BT-114
        SpecifiedTradeSettlementHeaderMonetarySummation/DuePayableAmount BT-115
        ApplicableTradeTax BG-23
        ApplicableTradeTax/BasisAmount BT-116
        ApplicableTradeTax/CalculatedAmount BT-117
        ApplicableTradeTax/CategoryCode BT-118
        ApplicableTradeTax/RateApplicablePercent BT-119
        ApplicableTradeTax/ExemptionReason BT-120

        """;

    private const string Line = """
        IncludedSupplyChainTradeLineItem BG-25
        IncludedSupplyChainTradeLineItem/AssociatedDocumentLineDocument/LineID BT-126
        IncludedSupplyChainTradeLineItem/SpecifiedLineTradeDelivery/BilledQuantity BT-129
        IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount BT-131
        IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent BT-152
        IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/Name BT-153
        IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/Description BT-154
        """;

    public static InvoiceSyntax Invoice { get; } = new(
        EInvoiceSyntax.Cii, "CrossIndustryInvoice", $"{Data}CrossIndustryInvoice:100", Namespaces,
        TermTable.Parse(Document + Below("ApplicableHeaderTradeAgreement/", Agreement) + Below("ApplicableHeaderTradeSettlement/", Settlement) + Below("", Line)));

    private static string Below(string element, string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"SupplyChainTradeTransaction/{element}{l}\n"));
}
