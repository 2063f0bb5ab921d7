namespace Platform.Accounting;

/// <summary>A syntax that is read: how its files begin and where its terms stand.</summary>
internal sealed record InvoiceSyntax(EInvoiceSyntax Kind, string Root, string Namespace, IReadOnlySet<string> Others, TermTable Terms)
{
    private static readonly InvoiceSyntax[] All = [UblTerms.Invoice, UblTerms.CreditNote, CiiTerms.Invoice];

    /// <summary>By its root element; null for all others.</summary>
    public static InvoiceSyntax? Of(string root, string ns) => Array.Find(All, s => s.Root == root && s.Namespace == ns);

    /// <summary>Elements of other namespaces are extensions: they are passed over.</summary>
    public bool Knows(string ns) => ns == Namespace || Others.Contains(ns);
}
