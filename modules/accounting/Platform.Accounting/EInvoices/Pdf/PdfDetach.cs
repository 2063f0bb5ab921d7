using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>By pdfdetach of poppler-utils. It needs a file of its own for the document, which is gone with the call.</summary>
internal sealed partial class PdfDetach(IConfiguration configuration) : IPdfAttachments, ISingletonDependency
{
    private const int MaxListBytes = 256 * 1024;

    // Each takes a processor for a moment.
    private readonly SemaphoreSlim _turns = new(2);

    public async Task<PdfAttachment?> FindAsync(Stream pdf, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        var program = Program() ?? throw new BusinessException(AccountingErrorCodes.PdfToolMissing);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(double.Parse(configuration["Pdf:DetachTimeoutSeconds"] ?? "20", CultureInfo.InvariantCulture)));
        var folder = Directory.CreateTempSubdirectory("platform-pdf-");
        try
        {
            await _turns.WaitAsync(limit.Token);
            try
            {
                var file = Path.Combine(folder.FullName, "document.pdf");
                await using (var copy = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
                    await pdf.CopyToAsync(copy, limit.Token);
                return await FindAsync(new LimitedProcess(program), file, names, limit.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BusinessException(AccountingErrorCodes.PdfUnreadable);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<PdfAttachment?> FindAsync(LimitedProcess process, string file, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var list = await process.RunAsync(["-list", "-enc", "UTF-8", file], MaxListBytes, cancellationToken);
        var found = Entry().Matches(Encoding.UTF8.GetString(list)).Select(m => (Number: m.Groups[1].Value, Name: m.Groups[2].Value.Trim())).ToList();
        var (number, name) = names.SelectMany(n => found.Where(f => string.Equals(f.Name, n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault();
        if (number is null)
            return null;
        var content = await process.RunAsync(["-save", number, "-o", "/dev/stdout", file], EInvoiceLimits.XmlBytes, cancellationToken);
        return new PdfAttachment(name, content);
    }

    private string? Program()
    {
        var program = configuration["Pdf:DetachProgram"] is { Length: > 0 } path
            ? path
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "pdfdetach")).FirstOrDefault(File.Exists);
        return File.Exists(program) ? program : null;
    }

    [GeneratedRegex(@"^(\d+): (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
