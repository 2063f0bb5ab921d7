using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;

namespace Platform.TestBase;

/// <summary>The host in a process of its own, on a database and folders that outlive it.</summary>
public sealed class HostProcess : IAsyncDisposable
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

    public static async Task<HostProcess> StartAsync(KilledDatabase database, bool demonstration = true, IReadOnlyDictionary<string, string>? settings = null)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", Arguments(database, demonstration, settings)) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new HostProcess(process, line[Ready.Length..].Split(',')[0]);
            }
        }

        throw new InvalidOperationException("The host ended before it was ready.");
    }

    /// <summary>Ends it as a loss of power does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    // The host's program, with what the tests were built with.
    private static IEnumerable<string> Arguments(KilledDatabase database, bool demonstration, IReadOnlyDictionary<string, string>? settings)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()!.GetName().Name!);
        return
        [
            "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", typeof(Program).Assembly.Location,
            "--environment=Development", $"--Demo:Enabled={demonstration}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error",
            .. database.Settings.Concat(settings ?? new Dictionary<string, string>()).Select(s => $"--{s.Key}={s.Value}"),
        ];
    }
}
