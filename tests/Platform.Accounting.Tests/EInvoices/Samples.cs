using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>The files of the folder of this name.</summary>
internal static class Samples
{
    public static readonly string[] Invoices = ["ubl-invoice.xml", "ubl-credit-note.xml", "cii-invoice.xml"];

    public static string Text(string name) => File.ReadAllText(Path.Combine(TestEnvironment.Root, "tests", "Platform.Accounting.Tests", "Samples", name));

    public static EInvoice? Read(string text) => EInvoiceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static EInvoice ReadFile(string name) => Read(Text(name)) ?? throw new InvalidOperationException($"{name} was not taken for an e-invoice.");
}
