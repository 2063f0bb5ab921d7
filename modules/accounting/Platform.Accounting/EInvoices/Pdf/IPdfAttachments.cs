using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Takes files out of PDF documents.</summary>
internal interface IPdfAttachments
{
    /// <summary>The first embedded file that has one of these names, case ignored; the names in their order.</summary>
    /// <returns>Null when the document has none.</returns>
    /// <exception cref="BusinessException">Accounting:PdfToolMissing, PdfUnreadable, EInvoiceTooLarge.</exception>
    Task<PdfAttachment?> FindAsync(Stream pdf, IReadOnlyList<string> names, CancellationToken cancellationToken = default);
}

/// <summary>A file in a PDF.</summary>
internal sealed record PdfAttachment(string Name, byte[] Content);
