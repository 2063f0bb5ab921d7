using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Platform.Accounting.Tests;

[assembly: AssemblyFixture(typeof(Clamd))]

namespace Platform.Accounting.Tests;

/// <summary>The ClamAV daemon with one signature, on a loopback port and a socket in a folder of its own; it starts when first asked for.</summary>
public sealed class Clamd : IAsyncDisposable
{
    public const string Program = "/usr/sbin/clamd";
    public const string Signature = "Eicar-Test.UNOFFICIAL";

    private readonly Lazy<Task<Running>> _daemon = new(StartAsync);

    /// <summary>EICAR's test file, put together here: whole it would be found by whoever scans these sources.</summary>
    public static byte[] Infected => [.. @"X5O!P%@AP[4\PZX54(P^)7CC)7}$"u8, .. "EICAR-STANDARD-ANTIVIRUS-"u8, .. "TEST-FILE!$H+H*"u8];

    public async Task<string> TcpAsync() => $"tcp://127.0.0.1:{(await RequireAsync()).Port}";

    public async Task<string> UnixAsync() => $"unix://{(await RequireAsync()).Folder.FullName}/clamd.ctl";

    public async ValueTask DisposeAsync()
    {
        if (!_daemon.IsValueCreated)
            return;
        var (process, folder, _) = await _daemon.Value;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<Running> RequireAsync()
    {
        if (!File.Exists(Program) && TestEnvironment.IsContinuousIntegration)
            Assert.Fail($"{Program} is missing: install clamav-daemon.");
        Assert.SkipUnless(File.Exists(Program), $"NOT TESTED: {Program} is missing, install clamav-daemon.");
        return _daemon.Value;
    }

    private static async Task<Running> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("platform-clamd-");
        var (port, configuration) = (FreePort(), Path.Combine(folder.FullName, "clamd.conf"));
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("signatures").FullName, "test.ndb"), $"Eicar-Test:0:0:{Convert.ToHexString(Infected)}\n");
        await File.WriteAllLinesAsync(configuration,
        [
            $"DatabaseDirectory {folder.FullName}/signatures", "Foreground yes", "TCPAddr 127.0.0.1", $"TCPSocket {port}",
            $"LocalSocket {folder.FullName}/clamd.ctl", "StreamMaxLength 1M",
        ]);
        var process = Process.Start(new ProcessStartInfo(Program, [$"--config-file={configuration}"]) { RedirectStandardOutput = true })!;
        var told = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(line);
            if (line.Contains("Self checking", StringComparison.Ordinal))
                return new Running(process, folder, port);
        }

        throw new InvalidOperationException($"clamd ended at once: {string.Join('\n', told)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Running(Process Process, DirectoryInfo Folder, int Port);
}
