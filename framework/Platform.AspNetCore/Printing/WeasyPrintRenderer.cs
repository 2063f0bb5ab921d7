using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>WeasyPrint in a process of its own. Its command line cannot forbid fetches, its library can: so the script runs, in the Python that the program names.</summary>
internal sealed class WeasyPrintRenderer(IConfiguration configuration, ILogger<WeasyPrintRenderer> logger) : IPdfRenderer, ISingletonDependency
{
    private const int MaxBytes = 32 * 1024 * 1024;
    private const int NoWeasyPrint = 3;
    private static readonly string Script = PrintFiles.Read("weasyprint.py");

    // Each takes a processor for a second or more.
    private readonly SemaphoreSlim _turns = new(2);

    public async Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken = default)
    {
        var python = await FindPythonAsync(cancellationToken) ?? throw new BusinessException("Platform:PdfMissing");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(configuration.GetValue("Pdf:TimeoutSeconds", 30.0)));
        try
        {
            await _turns.WaitAsync(limit.Token);
            try
            {
                return await RunAsync(python, html, limit.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed("time limit");
        }
        catch (Win32Exception e)
        {
            throw new BusinessException("Platform:PdfMissing", e);
        }
    }

    private async Task<byte[]> RunAsync(string[] python, string html, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(python[0], [.. python[1..], "-I", "-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing of the host's environment, where secrets may stand.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        try
        {
            return await ExchangeAsync(process, html, cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private async Task<byte[]> ExchangeAsync(Process process, string html, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var output = ReadAsync(process.StandardOutput.BaseStream, cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(html), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read everything: its exit code says why.
        }

        var pdf = await output;
        await errors;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode switch
        {
            0 => pdf,
            NoWeasyPrint => throw new BusinessException("Platform:PdfMissing"),
            var code => throw Failed($"exit code {code}"),
        };
    }

    private async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        var (pdf, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        while (await output.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (pdf.Length + count > MaxBytes)
                throw Failed("size limit");
            pdf.Write(buffer, 0, count);
        }

        return pdf.ToArray();
    }

    /// <summary>From the first line of the program, which Debian, pip and pipx write alike; null where there is none.</summary>
    private async Task<string[]?> FindPythonAsync(CancellationToken cancellationToken)
    {
        var program = configuration["Pdf:Program"] is { Length: > 0 } path
            ? path
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "weasyprint")).FirstOrDefault(File.Exists);
        if (!File.Exists(program))
            return null;
        using var reader = new StreamReader(program);
        return await reader.ReadLineAsync(cancellationToken) is ['#', '!', .. var line] ? line.Split(' ', StringSplitOptions.RemoveEmptyEntries) : null;
    }

    private BusinessException Failed(string why)
    {
        logger.LogError("A PDF was given up: {Reason}", why);
        return new BusinessException("Platform:PdfFailed");
    }
}
