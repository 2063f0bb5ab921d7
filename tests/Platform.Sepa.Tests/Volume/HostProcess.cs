using System.Diagnostics;
using System.Net.Http.Headers;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The host in a process of its own, on a database and folders that outlive it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Ready = "Platform is ready: ";

    private readonly Process _process;

    private HostProcess(Process process, string url)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(url) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoPeople.Token("camille"));
    }

    public HttpClient Client { get; }

    public static async Task<HostProcess> StartAsync(string folder, KilledDatabase database)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", Arguments(folder, database)) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
                return new HostProcess(process, line[Ready.Length..].Split(',')[0]);
        }

        throw new InvalidOperationException("The host ended before it was ready.");
    }

    /// <summary>Kills the process once its uncommitted rows have reached the database.</summary>
    public async Task KillWhileWritingAsync(KilledDatabase database, Task request)
    {
        var before = await database.SizeAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await database.SizeAsync() < before + 4 * 1024 * 1024 && await timer.WaitForNextTickAsync())
            request.IsCompleted.ShouldBeFalse("The request ended before it could be interrupted.");
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await Should.ThrowAsync<HttpRequestException>(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The host's program, with what the tests were built with.
    private static IEnumerable<string> Arguments(string folder, KilledDatabase database)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(HostProcess).Assembly.GetName().Name!);
        return
        [
            "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", typeof(Program).Assembly.Location,
            "--environment=Development", "--Demo:Enabled=true", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error",
            .. database.Arguments,
            $"--Blobs:Path={Path.Combine(folder, "blobs")}", $"--KeyRing:KeyFile={Path.Combine(folder, "keyring.key")}",
            $"--Vault:File:Path={Path.Combine(folder, "vault.key")}", $"--Vault:ErasurePath={Path.Combine(folder, "vault-erasure")}",
        ];
    }
}
