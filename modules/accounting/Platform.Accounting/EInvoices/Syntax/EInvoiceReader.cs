using System.Xml;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Reads an e-invoice, told by its root element whatever the file is called.</summary>
internal static class EInvoiceReader
{
    /// <param name="file">Can be asked for its length.</param>
    /// <returns>Null when it is something else.</returns>
    /// <exception cref="BusinessException">It is an e-invoice that cannot be read; the code says why and where.</exception>
    public static EInvoice? Read(Stream file)
    {
        using var xml = XmlReader.Create(file, Settings());
        if (Detect(xml) is not { } syntax)
            return null;
        if (file.Length > EInvoiceLimits.XmlBytes)
            throw new BusinessException(AccountingErrorCodes.EInvoiceTooLarge).WithData("limit", EInvoiceLimits.XmlBytes / 1024 / 1024);
        return EInvoiceBuilder.Build(syntax.Kind, new TermReader(xml, syntax).Read());
    }

    /// <summary>XmlException has no code; its words are always English.</summary>
    public static bool IsDtd(this XmlException exception) => exception.Message.Contains("DTD", StringComparison.Ordinal);

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = EInvoiceLimits.XmlBytes,
        MaxCharactersFromEntities = 1024,
    };

    private static InvoiceSyntax? Detect(XmlReader xml)
    {
        try
        {
            return xml.MoveToContent() == XmlNodeType.Element ? InvoiceSyntax.Of(xml.LocalName, xml.NamespaceURI) : null;
        }
        catch (XmlException e) when (e.IsDtd())
        {
            throw new BusinessException(AccountingErrorCodes.EInvoiceDtd, e).WithData("line", e.LineNumber);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
