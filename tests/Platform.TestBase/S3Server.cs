using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Platform.TestBase;

/// <summary>The S3 store of s3-server/server.mjs, over a folder of its own; it starts when first asked for and ends with its standard input.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "platform";
    public const string Key = "S3RVER";

    private readonly Lazy<Task<Running?>> _server = new(StartAsync);

    /// <summary>The test is skipped where Node is missing.</summary>
    public async Task<string> EndpointAsync() => $"http://127.0.0.1:{(await RequireAsync()).Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Settings of a host that keeps its blobs there, below a prefix.</summary>
    public async Task<Dictionary<string, string>> SettingsAsync(string prefix) => new()
    {
        ["Blobs:S3:Endpoint"] = await EndpointAsync(),
        ["Blobs:S3:Bucket"] = Bucket,
        ["Blobs:S3:AccessKey"] = Key,
        ["Blobs:S3:SecretKey"] = Key,
        ["Blobs:S3:Prefix"] = prefix,
    };

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated || await _server.Value is not { } running)
            return;
        running.Node.StandardInput.Close();
        await running.Node.WaitForExitAsync();
        running.Node.Dispose();
        running.Folder.Delete(recursive: true);
    }

    private async Task<Running> RequireAsync()
    {
        var running = await _server.Value;
        if (running is null && TestEnvironment.IsContinuousIntegration)
            Assert.Fail("node is missing.");
        Assert.SkipWhen(running is null, "NOT TESTED: node is missing.");
        return running!;
    }

    private static async Task<Running?> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("platform-s3-");
        // It marks pages of long lists by DES.
        var start = new ProcessStartInfo("node", ["--openssl-legacy-provider", "server.mjs", folder.FullName])
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.TestBase", "s3-server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            var node = Process.Start(start)!;
            var port = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("server.mjs ended at once.");
            return new Running(node, folder, int.Parse(port, CultureInfo.InvariantCulture));
        }
        catch (Win32Exception)
        {
            folder.Delete();
            return null;
        }
    }

    private sealed record Running(Process Node, DirectoryInfo Folder, int Port);
}
