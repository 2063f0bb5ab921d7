namespace Platform.Accounting;

/// <content>E-invoices: why one is not read or paid, and what is found in one.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>The XML ends too early or is not well-formed, at {place} in line {line}.</summary>
    public const string EInvoiceMalformed = "Accounting:EInvoiceMalformed";

    /// <summary>The XML has a document type definition, in line {line}.</summary>
    public const string EInvoiceDtd = "Accounting:EInvoiceDtd";

    /// <summary>{value} cannot stand at {place}, in line {line}.</summary>
    public const string EInvoiceValue = "Accounting:EInvoiceValue";

    /// <summary>The document is in the trash: it is not paid.</summary>
    public const string EInvoiceTrashed = "Accounting:EInvoiceTrashed";

    /// <summary>More than {limit} MiB.</summary>
    public const string EInvoiceTooLarge = "Accounting:EInvoiceTooLarge";

    /// <summary>Elements stand more than {limit} deep, at {place} in line {line}.</summary>
    public const string EInvoiceTooDeep = "Accounting:EInvoiceTooDeep";

    /// <summary>More than {limit} lines.</summary>
    public const string EInvoiceManyLines = "Accounting:EInvoiceManyLines";

    /// <summary>The PDF is damaged or encrypted, or took too long.</summary>
    public const string PdfUnreadable = "Accounting:PdfUnreadable";

    /// <summary>The program that reads attachments of PDF files is not installed.</summary>
    public const string PdfToolMissing = "Accounting:PdfToolMissing";

    /// <summary>The document is no e-invoice.</summary>
    public const string EInvoiceNone = "Accounting:EInvoiceNone";

    /// <summary>Nothing is due: a credit note, or the amount due is {value}.</summary>
    public const string EInvoiceNothingToPay = "Accounting:EInvoiceNothingToPay";

    /// <summary>A SEPA transfer is in euro, not in {value}.</summary>
    public const string EInvoiceNotEuro = "Accounting:EInvoiceNotEuro";

    /// <summary>The supplier collects the amount.</summary>
    public const string EInvoiceDirectDebit = "Accounting:EInvoiceDirectDebit";

    /// <summary>The invoice names no account.</summary>
    public const string EInvoiceNoAccount = "Accounting:EInvoiceNoAccount";

    /// <summary>{value} is no IBAN of a SEPA country.</summary>
    public const string EInvoiceAccountInvalid = "Accounting:EInvoiceAccountInvalid";

    /// <summary>A transfer was prepared before and not taken back.</summary>
    public const string EInvoicePaymentExists = "Accounting:EInvoicePaymentExists";

    /// <summary>Finding: no number (BT-1).</summary>
    public const string EInvoiceNumberMissing = "Accounting:EInvoiceNumberMissing";

    /// <summary>Finding: no seller name (BT-27).</summary>
    public const string EInvoiceSellerMissing = "Accounting:EInvoiceSellerMissing";

    /// <summary>Finding: no amount due (BT-115).</summary>
    public const string EInvoicePayableMissing = "Accounting:EInvoicePayableMissing";

    /// <summary>Finding: {value} is no currency (BT-5).</summary>
    public const string EInvoiceCurrency = "Accounting:EInvoiceCurrency";

    /// <summary>Finding: lines do not add up (BR-CO-10).</summary>
    public const string EInvoiceLinesSum = "Accounting:EInvoiceLinesSum";

    /// <summary>Finding: total without VAT does not add up (BR-CO-13).</summary>
    public const string EInvoiceNetSum = "Accounting:EInvoiceNetSum";

    /// <summary>Finding: VAT does not add up (BR-CO-14).</summary>
    public const string EInvoiceVatSum = "Accounting:EInvoiceVatSum";

    /// <summary>Finding: total with VAT does not add up (BR-CO-15).</summary>
    public const string EInvoiceGrossSum = "Accounting:EInvoiceGrossSum";

    /// <summary>Finding: amount due does not add up (BR-CO-16).</summary>
    public const string EInvoicePayableSum = "Accounting:EInvoicePayableSum";

    /// <summary>Finding: VAT is not rate times taxable amount (BR-CO-17).</summary>
    public const string EInvoiceVatAmount = "Accounting:EInvoiceVatAmount";

    /// <summary>Finding: due before it was issued.</summary>
    public const string EInvoiceDueBeforeIssue = "Accounting:EInvoiceDueBeforeIssue";

    /// <summary>Finding: the account (BT-84) is no valid IBAN.</summary>
    public const string EInvoiceIban = "Accounting:EInvoiceIban";

    /// <summary>Finding: the supplier's VAT number (BT-31) is not valid.</summary>
    public const string EInvoiceVatNumber = "Accounting:EInvoiceVatNumber";

    /// <summary>Finding: the buyer's VAT number (BT-48) is not ours.</summary>
    public const string EInvoiceBuyer = "Accounting:EInvoiceBuyer";

    /// <summary>Finding: the amount due is negative.</summary>
    public const string EInvoiceSign = "Accounting:EInvoiceSign";
}
