using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>PDF files that carry others.</summary>
internal static class FacturX
{
    /// <summary>By hand: nothing but a page and the files, in their order.</summary>
    public static byte[] Pdf(params (string Name, byte[] Content)[] files)
    {
        var names = string.Concat(files.Select((f, n) => $"({f.Name}) {4 + 2 * n} 0 R "));
        List<byte[]> objects =
        [
            Ascii($"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{names}] >> >> >>"),
            Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
        ];
        foreach (var (name, content) in files)
        {
            objects.Add(Ascii($"<< /Type /Filespec /F ({name}) /UF ({name}) /AFRelationship /Data /EF << /F {objects.Count + 2} 0 R >> >>"));
            objects.Add([.. Ascii($"<< /Type /EmbeddedFile /Subtype /text#2Fxml /Length {content.Length} >>\nstream\n"), .. content, .. Ascii("\nendstream")]);
        }

        return Write(objects);
    }

    /// <summary>A PDF/A-3 made by WeasyPrint.</summary>
    public static async Task<byte[]> PrintAsync(string name, string xml)
    {
        var folder = Directory.CreateTempSubdirectory("facturx-");
        try
        {
            var (attachment, page, pdf) = (Path.Combine(folder.FullName, name), Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(attachment, xml);
            await File.WriteAllTextAsync(page, "<!doctype html><title>Facture</title><p>Facture</p>");
            using var process = Process.Start(new ProcessStartInfo("weasyprint", ["--attachment", attachment, page, pdf]) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return await File.ReadAllBytesAsync(pdf);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Write(List<byte[]> objects)
    {
        var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n"u8);
        var offsets = new List<long>();
        foreach (var (content, n) in objects.Select((c, n) => (c, n)))
        {
            offsets.Add(pdf.Position);
            pdf.Write([.. Ascii($"{n + 1} 0 obj\n"), .. content, .. Ascii("\nendobj\n")]);
        }

        var start = pdf.Position;
        var table = string.Concat(offsets.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o:D10} 00000 n \n")));
        pdf.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
