using System.ComponentModel;
using System.Diagnostics;

namespace Platform.Accounting.Tests;

/// <summary>What others make of a zip.</summary>
internal static class ZipTools
{
    /// <summary>What the program says; it must be content.</summary>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program}: {output}{await error}");
        return output;
    }

    private static Process Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8", ["PYTHONIOENCODING"] = "utf-8" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (!TestEnvironment.IsContinuousIntegration)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }
}
