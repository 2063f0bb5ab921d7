namespace Platform.Accounting;

/// <summary>What an e-invoice may cost its reader.</summary>
public static class EInvoiceLimits
{
    /// <summary>Largest XML file, alone or in a PDF.</summary>
    public const int XmlBytes = 10 * 1024 * 1024;

    /// <summary>Largest PDF that is looked into.</summary>
    public const int PdfBytes = 64 * 1024 * 1024;

    /// <summary>Deepest element; those that are read stand some ten deep.</summary>
    public const int Depth = 64;

    /// <summary>Most lines of an invoice.</summary>
    public const int Lines = 10_000;

    /// <summary>Lines that are handed out.</summary>
    public const int LinesKept = 1_000;
}
