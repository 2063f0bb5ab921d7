using System.Diagnostics;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>The bank's view of a file: xmllint and the schema of ISO 20022.</summary>
internal static class BankFile
{
    public static async Task ShouldBeValidAsync(byte[] file, string message)
    {
        var schema = TestEnvironment.Shared($"iso20022/iso/{message}.xsd");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("xmllint", ["--nonet", "--noout", "--schema", schema, path]) { RedirectStandardError = true })!;
        var output = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        File.Delete(path);
    }
}
