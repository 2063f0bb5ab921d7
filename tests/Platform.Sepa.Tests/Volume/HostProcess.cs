using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The host in a process of its own, on a SQLite file and folders that outlive it.</summary>
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

    public static async Task<HostProcess> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", Arguments(folder)) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
                return new HostProcess(process, line[Ready.Length..].Split(',')[0]);
        }

        throw new InvalidOperationException("The host ended before it was ready.");
    }

    /// <summary>Kills the process once its uncommitted rows have reached the disk.</summary>
    public async Task KillWhileWritingAsync(string folder, Task request)
    {
        var log = new FileInfo(Path.Combine(folder, "platform.db-wal"));
        var before = log.Length;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (log.Length < before + 4 * 1024 * 1024 && await timer.WaitForNextTickAsync())
        {
            request.IsCompleted.ShouldBeFalse("The request ended before it could be interrupted.");
            log.Refresh();
        }

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

    public static async Task<long> CountAsync(string folder, string rows)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "platform.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = $"SELECT COUNT(*) FROM {rows}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // The host's program, with what the tests were built with.
    private static IEnumerable<string> Arguments(string folder)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(HostProcess).Assembly.GetName().Name!);
        return
        [
            "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", typeof(Program).Assembly.Location,
            "--environment=Development", "--Demo:Enabled=true", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error",
            "--Database:Provider=Sqlite", $"--Database:ConnectionString=Data Source={Path.Combine(folder, "platform.db")}",
            $"--Blobs:Path={Path.Combine(folder, "blobs")}", $"--KeyRing:KeyFile={Path.Combine(folder, "keyring.key")}",
        ];
    }
}
