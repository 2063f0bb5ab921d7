using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Documents of the current company that are e-invoices (ACC-09). Needs <see cref="AccountingPermissions.Documents.Default"/>.</summary>
public interface IEInvoiceAppService : IApplicationService
{
    /// <summary>
    /// Reads the document: UBL 2.1 Invoice and CreditNote, CII D16B, and PDF files that carry one of them (Factur-X, ZUGFeRD 2). What
    /// lists are searched by is kept when it is first read.
    /// </summary>
    /// <returns>Null when the document is no e-invoice.</returns>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    /// <exception cref="BusinessException">
    /// It is one, but cannot be read: Accounting:EInvoiceMalformed, EInvoiceDtd, EInvoiceValue, EInvoiceTooLarge, EInvoiceTooDeep,
    /// EInvoiceManyLines; of PDF files PdfUnreadable, PdfToolMissing.
    /// </exception>
    Task<EInvoiceDto?> GetAsync(Guid documentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a waiting transfer of the amount due (BT-115) to the account that the invoice names, wanted on its due date unless that is
    /// past. Once for each document, unless the transfer was taken back. Needs Sepa.Transfers.Create too.
    /// </summary>
    /// <returns>Id of the transfer.</returns>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    /// <exception cref="BusinessException">
    /// As above; Accounting:EInvoiceNone, EInvoiceNothingToPay, EInvoiceNotEuro, EInvoiceDirectDebit, EInvoiceNoAccount,
    /// EInvoiceAccountInvalid, EInvoicePaymentExists.
    /// </exception>
    /// <exception cref="InputException">What the SEPA module refuses of it.</exception>
    Task<Guid> PreparePaymentAsync(Guid documentId, CancellationToken cancellationToken = default);
}

/// <summary>An e-invoice among the documents.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="DocumentName">Its name.</param>
/// <param name="Attachment">Name of the file in the PDF; null for an XML file.</param>
/// <param name="Invoice">What it says.</param>
/// <param name="Findings">What is wrong in it, errors first.</param>
/// <param name="CanPrepare">The person may prepare its payment now.</param>
/// <param name="PaymentRefusal">Code of the reason why nobody can; null when somebody can.</param>
/// <param name="TransferId">The transfer that was prepared last, also when it was taken back.</param>
public sealed record EInvoiceDto(
    Guid DocumentId, string DocumentName, string? Attachment, EInvoice Invoice, IReadOnlyList<EInvoiceFinding> Findings,
    bool CanPrepare, string? PaymentRefusal, Guid? TransferId);
