using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Hosts with demonstration data and a clock that tests move.</summary>
public sealed class ExportHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<ExportHost>>> _hosts = new();

    public Task<ExportHost> GetAsync(TestDatabase database) => _hosts.GetOrAdd(database, d => new Lazy<Task<ExportHost>>(() => ExportHost.StartAsync(d))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).Host.DisposeAsync();
    }
}

public sealed record ExportHost(TestHost Host, TestClock Clock)
{
    public static async Task<ExportHost> StartAsync(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        var host = await TestHost.StartAsync(new TestHostOptions(database, services => services.AddSingleton<TimeProvider>(clock), settings));
        return new ExportHost(host, clock);
    }
}
