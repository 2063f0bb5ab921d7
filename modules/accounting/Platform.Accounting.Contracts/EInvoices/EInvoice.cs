namespace Platform.Accounting;

/// <summary>How an e-invoice is written.</summary>
public enum EInvoiceSyntax
{
    /// <summary>OASIS UBL 2.1, Invoice.</summary>
    UblInvoice,

    /// <summary>OASIS UBL 2.1, CreditNote.</summary>
    UblCreditNote,

    /// <summary>UN/CEFACT Cross Industry Invoice D16B, as in Factur-X, ZUGFeRD 2 and XRechnung.</summary>
    Cii,
}

/// <summary>
/// What an e-invoice says, in the semantic model of EN 16931-1: BT and BG numbers are those of the norm. Nothing of it was verified; what is
/// wrong in it is told by <see cref="EInvoiceFinding"/>. Texts have their white space collapsed and are cut to 1,000 characters.
/// </summary>
/// <param name="Syntax">How it is written.</param>
/// <param name="Profile">BT-24, such as "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0".</param>
/// <param name="Number">BT-1.</param>
/// <param name="IssuedOn">BT-2.</param>
/// <param name="DueOn">BT-9.</param>
/// <param name="TypeCode">BT-3, UNTDID 1001: "380" is an invoice, "381" a credit note.</param>
/// <param name="Currency">BT-5, ISO 4217: of all amounts here.</param>
/// <param name="Seller">BG-4.</param>
/// <param name="Buyer">BG-7.</param>
/// <param name="LineCount">Of all lines.</param>
/// <param name="LinesTotal">Sum of BT-131 over all lines, added up here.</param>
/// <param name="Lines">The first 1,000 of BG-25; none in the profiles Minimum and Basic WL.</param>
/// <param name="Vat">BG-23.</param>
/// <param name="Sums">BG-22.</param>
/// <param name="Payment">BG-16.</param>
/// <param name="Note">BT-22, several one below the other.</param>
public sealed record EInvoice(
    EInvoiceSyntax Syntax, string? Profile, string? Number, DateOnly? IssuedOn, DateOnly? DueOn, string? TypeCode, string? Currency,
    EInvoiceParty Seller, EInvoiceParty Buyer, int LineCount, decimal LinesTotal, IReadOnlyList<EInvoiceLine> Lines,
    IReadOnlyList<EInvoiceVat> Vat, EInvoiceSums Sums, EInvoicePayment Payment, string? Note)
{
    // Of UNTDID 1001 those that EN 16931 takes for credit notes.
    private static readonly string[] CreditNotes = ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"];

    /// <summary>Its positive amounts are owed by the seller.</summary>
    public bool IsCreditNote => Syntax == EInvoiceSyntax.UblCreditNote || CreditNotes.Contains(TypeCode);
}

/// <summary>Seller or buyer.</summary>
/// <param name="Name">BT-27, BT-44; the trading name where there is no other.</param>
/// <param name="VatNumber">BT-31, BT-48, as written.</param>
/// <param name="CompanyId">BT-30, BT-47.</param>
/// <param name="CompanyIdScheme">Of ISO 6523: "0002" is SIRENE.</param>
/// <param name="Country">BT-40, BT-55: ISO 3166-1, two letters.</param>
/// <param name="Town">BT-37, BT-52.</param>
/// <param name="Email">BT-43, BT-58, or an electronic address that is one (scheme "EM").</param>
public sealed record EInvoiceParty(
    string? Name, string? VatNumber, string? CompanyId, string? CompanyIdScheme, string? Country, string? Town, string? Email);

/// <summary>A line (BG-25).</summary>
/// <param name="Number">BT-126.</param>
/// <param name="Description">BT-153, then BT-154 where it says more.</param>
/// <param name="Quantity">BT-129.</param>
/// <param name="Unit">BT-130, UN/ECE Recommendation 20: "C62" is a piece, "HUR" an hour.</param>
/// <param name="NetAmount">BT-131.</param>
/// <param name="VatRate">BT-152, percent.</param>
public sealed record EInvoiceLine(string? Number, string? Description, decimal? Quantity, string? Unit, decimal? NetAmount, decimal? VatRate);

/// <summary>VAT of one category and rate (BG-23).</summary>
/// <param name="Category">BT-118, UNCL 5305: "S" standard, "Z" zero, "E" exempt, "AE" reverse charge, "K" within the Union, "G" export, "O" outside.</param>
/// <param name="Rate">BT-119, percent.</param>
/// <param name="TaxableAmount">BT-116.</param>
/// <param name="TaxAmount">BT-117.</param>
/// <param name="ExemptionReason">BT-120.</param>
public sealed record EInvoiceVat(string? Category, decimal? Rate, decimal? TaxableAmount, decimal? TaxAmount, string? ExemptionReason);

/// <summary>Sums (BG-22) in the invoice's currency; null where the invoice has none.</summary>
/// <param name="LinesNet">BT-106.</param>
/// <param name="Allowances">BT-107.</param>
/// <param name="Charges">BT-108.</param>
/// <param name="TaxExclusive">BT-109.</param>
/// <param name="Tax">BT-110.</param>
/// <param name="TaxInclusive">BT-112.</param>
/// <param name="Prepaid">BT-113.</param>
/// <param name="Rounding">BT-114.</param>
/// <param name="Payable">BT-115.</param>
public sealed record EInvoiceSums(
    decimal? LinesNet, decimal? Allowances, decimal? Charges, decimal? TaxExclusive, decimal? Tax, decimal? TaxInclusive, decimal? Prepaid,
    decimal? Rounding, decimal? Payable);

/// <summary>How it is to be paid (BG-16): by direct debit where the invoice says so, else to the first account it names.</summary>
/// <param name="MeansCode">BT-81, UNTDID 4461: "30" and "58" are credit transfers, "49" and "59" direct debits.</param>
/// <param name="Iban">BT-84, as written; may be another kind of account number.</param>
/// <param name="Bic">BT-86.</param>
/// <param name="AccountName">BT-85.</param>
/// <param name="PayeeName">BT-59: who is paid instead of the seller, such as a factor.</param>
/// <param name="Reference">BT-83: what the payment is to say.</param>
/// <param name="MandateReference">BT-89, of a direct debit.</param>
public sealed record EInvoicePayment(
    string? MeansCode, string? Iban, string? Bic, string? AccountName, string? PayeeName, string? Reference, string? MandateReference)
{
    /// <summary>The seller collects the amount.</summary>
    public bool IsDirectDebit => MeansCode is "49" or "59";
}
