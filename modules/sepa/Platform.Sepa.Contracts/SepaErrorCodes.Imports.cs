namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>The file does not say what it holds, and nobody else did.</summary>
    public const string ImportKindMissing = "Sepa:ImportKindMissing";

    /// <summary>The format itself says how the file is read: nothing is to be chosen.</summary>
    public const string ImportReadingFixed = "Sepa:ImportReadingFixed";

    /// <summary>Only a file of direct debits holds mandates beside its orders.</summary>
    public const string ImportHoldsNoMandates = "Sepa:ImportHoldsNoMandates";

    /// <summary>A warning: a direct debit names another account than its mandate, which is the one that is debited.</summary>
    public const string MandateAccountDiffers = "Sepa:MandateAccountDiffers";

    /// <summary>The import is not confirmed, so there is nothing to undo.</summary>
    public const string ImportNotConfirmed = "Sepa:ImportNotConfirmed";

    /// <summary>Some of what was imported is used or changed: nothing is undone.</summary>
    public const string ImportInUse = "Sepa:ImportInUse";

    /// <summary>A cell holds the error of a formula, such as #REF!.</summary>
    public const string CellError = "Sepa:CellError";

    /// <summary>A workbook is damaged, protected, or none at all.</summary>
    public const string XlsxUnreadable = "Sepa:XlsxUnreadable";

    /// <summary>A workbook unfolds to more than is read, or its sheet has too many cells.</summary>
    public const string XlsxTooLarge = "Sepa:XlsxTooLarge";

    /// <summary>A payment file is no well-formed XML, or ends too early.</summary>
    public const string PaymentFileMalformed = "Sepa:PaymentFileMalformed";

    /// <summary>A payment file holds a document type definition, which is never read.</summary>
    public const string PaymentFileDtd = "Sepa:PaymentFileDtd";

    /// <summary>Elements of a payment file are nested deeper than any message nests them.</summary>
    public const string PaymentFileTooDeep = "Sepa:PaymentFileTooDeep";

    /// <summary>The namespace or the element below the document is no edition of pain.001 or pain.008 that is read.</summary>
    public const string PaymentFileUnknown = "Sepa:PaymentFileUnknown";

    /// <summary>An element belongs to another message or edition than its document.</summary>
    public const string PaymentFileNamespace = "Sepa:PaymentFileNamespace";

    /// <summary>A payment file holds more than one document.</summary>
    public const string PaymentFileSeveral = "Sepa:PaymentFileSeveral";

    /// <summary>An element that matters is missing.</summary>
    public const string PaymentFileMissing = "Sepa:PaymentFileMissing";

    /// <summary>An element stands behind the orders that it governs.</summary>
    public const string PaymentFileOrder = "Sepa:PaymentFileOrder";

    /// <summary>A value is not of the kind its element has: amount or number.</summary>
    public const string PaymentFileValue = "Sepa:PaymentFileValue";

    /// <summary>A value is longer than any element may be.</summary>
    public const string PaymentFileValueLength = "Sepa:PaymentFileValueLength";

    /// <summary>An amount is not in euro.</summary>
    public const string PaymentFileCurrency = "Sepa:PaymentFileCurrency";

    /// <summary>NbOfTxs is not the number of orders.</summary>
    public const string PaymentFileCount = "Sepa:PaymentFileCount";

    /// <summary>CtrlSum is not the sum of the orders.</summary>
    public const string PaymentFileSum = "Sepa:PaymentFileSum";
}
