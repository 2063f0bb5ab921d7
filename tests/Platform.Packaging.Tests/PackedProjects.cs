using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Platform.Packaging.Tests.PackedProjects))]

namespace Platform.Packaging.Tests;

/// <summary>What etc/check-packages.sh made of the last build, and what it said. Runs once.</summary>
public sealed class PackedProjects : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public int ExitCode { get; private set; } = -1;

    public string Output { get; private set; } = "";

    public IReadOnlyList<string> Packages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("bash", ["etc/check-packages.sh", "--no-build"])
        {
            WorkingDirectory = TestEnvironment.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            (ExitCode, Output) = (process.ExitCode, string.Concat(output));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Output = $"No end within {Limit}.";
        }

        Packages = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.nupkg") : [];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Folder => Path.Combine(TestEnvironment.Root, "artifacts", "packages");
}
