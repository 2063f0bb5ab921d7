namespace Platform.Kernel;

/// <summary>Makes PDF files of documents that stand alone.</summary>
public interface IPdfRenderer
{
    /// <summary>
    /// A PDF/A-3b of an HTML document with its styles within. Nothing that it names is fetched, from wherever. Time, memory and size are
    /// limited (configuration <c>Pdf</c>).
    /// </summary>
    /// <exception cref="BusinessException">Platform:PdfMissing where nothing here makes PDF files, Platform:PdfFailed beyond a limit.</exception>
    Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken = default);
}
