using System.Diagnostics;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed class SecurityDocument_Tests
{
    [Fact]
    public async Task Rows_Always_CiteTestsThatExist()
    {
        var start = new ProcessStartInfo("bash", ["etc/check-security.sh"])
        {
            WorkingDirectory = TestEnvironment.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancelled), process.StandardError.ReadToEndAsync(cancelled));
        await process.WaitForExitAsync(cancelled);
        process.ExitCode.ShouldBe(0, string.Concat(output));
    }
}
