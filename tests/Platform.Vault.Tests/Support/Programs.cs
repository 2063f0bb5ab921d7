using System.Diagnostics;

namespace Platform.Vault.Tests;

internal static class Programs
{
    /// <summary>Runs a program to its end, which must be a good one.</summary>
    public static async Task RunAsync(string program, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{await output}{errors}");
    }
}
