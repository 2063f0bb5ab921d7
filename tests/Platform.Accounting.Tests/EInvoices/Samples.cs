using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>The files of the folder of this name.</summary>
internal static class Samples
{
    public static readonly string[] Invoices = ["ubl-invoice.xml", "ubl-credit-note.xml", "cii-invoice.xml"];

    public static string Text(string name) => File.ReadAllText(Path.Combine(TestEnvironment.Root, "tests", "Platform.Accounting.Tests", "Samples", name));

    /// <summary>With lists of one kind, for comparisons.</summary>
    public static EInvoice Plain(this EInvoice invoice) => invoice with { Lines = invoice.Lines.ToList(), Vat = invoice.Vat.ToList() };

    public static EInvoice? Read(string text) => EInvoiceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static EInvoice ReadFile(string name) => Read(Text(name))?.Plain() ?? throw new InvalidOperationException($"{name} was not taken for an e-invoice.");
}
