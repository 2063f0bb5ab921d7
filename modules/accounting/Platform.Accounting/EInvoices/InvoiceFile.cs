using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>An e-invoice and the name of the file in the PDF it came in.</summary>
internal sealed record InvoiceInFile(EInvoice Invoice, string? Attachment);

/// <summary>Reads the content of a document, by what it is.</summary>
internal sealed class InvoiceFile(IBlobContainer blobs, IPdfAttachments attachments) : IScopedDependency
{
    // Factur-X 1 and ZUGFeRD 2.1 on, ZUGFeRD 2.0, ZUGFeRD 1 and XRechnung in a ZUGFeRD file; what is in it decides.
    private static readonly string[] Names = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

    /// <returns>Null when it is no e-invoice.</returns>
    /// <exception cref="BusinessException">As of <see cref="IEInvoiceAppService.GetAsync"/>.</exception>
    public async Task<InvoiceInFile?> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.MediaType is not ("application/pdf" or "application/xml" or "text/xml"))
            return null;
        await using var content = await blobs.OpenReadAsync(document.BlobName, cancellationToken);
        if (document.MediaType != "application/pdf")
            return EInvoiceReader.Read(content) is { } invoice ? new InvoiceInFile(invoice, null) : null;
        if (document.Size > EInvoiceLimits.PdfBytes)
            throw new BusinessException(AccountingErrorCodes.EInvoiceTooLarge).WithData("limit", EInvoiceLimits.PdfBytes / 1024 / 1024);
        return await attachments.FindAsync(content, Names, cancellationToken) is { } attachment && EInvoiceReader.Read(new MemoryStream(attachment.Content)) is { } embedded
            ? new InvoiceInFile(embedded, attachment.Name)
            : null;
    }
}
