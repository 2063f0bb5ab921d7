using System.Collections.Concurrent;

namespace Platform.TestBase;

/// <summary>
/// One shared host per database product and test assembly, started when first asked for. Tests keep apart by working in companies
/// of their own. Register with <c>[assembly: AssemblyFixture(typeof(TestHosts))]</c>.
/// </summary>
public sealed class TestHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    public Task<TestHost> GetAsync(TestDatabase database) =>
        _hosts.GetOrAdd(database, d => new Lazy<Task<TestHost>>(() => TestHost.StartAsync(new TestHostOptions(d)))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }
    }
}
