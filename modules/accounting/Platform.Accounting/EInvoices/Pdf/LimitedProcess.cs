using System.ComponentModel;
using System.Diagnostics;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Runs a program on a document that may be made to harm it: no shell, nothing of our environment, bounds on time, memory and output.</summary>
internal sealed class LimitedProcess(string program)
{
    private const string PrLimit = "/usr/bin/prlimit";

    private static readonly string[] Limits = ["--as=1073741824", "--cpu=20", "--core=0", "--nofile=64"];

    /// <summary>Whatever happens, the program has ended when this returns.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="BusinessException">Accounting:PdfUnreadable, PdfToolMissing, EInvoiceTooLarge.</exception>
    public async Task<byte[]> RunAsync(string[] arguments, int maxBytes, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            var output = await ReadAsync(process.StandardOutput.BaseStream, maxBytes, cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : throw new BusinessException(AccountingErrorCodes.PdfUnreadable);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // Until then it may still run, and read the file that is removed next.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // prlimit replaces itself by the program; it belongs to util-linux, which Debian cannot be without.
    private Process Start(string[] arguments)
    {
        var start = File.Exists(PrLimit)
            ? new ProcessStartInfo(PrLimit, [.. Limits, program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BusinessException(AccountingErrorCodes.PdfToolMissing, e);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, int maxBytes, CancellationToken cancellationToken)
    {
        var (content, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        while (await output.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (content.Length + count > maxBytes)
                throw new BusinessException(AccountingErrorCodes.EInvoiceTooLarge).WithData("limit", EInvoiceLimits.XmlBytes / 1024 / 1024);
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
