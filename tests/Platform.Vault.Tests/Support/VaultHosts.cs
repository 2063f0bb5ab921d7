using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.Vault.Tests;

[assembly: AssemblyFixture(typeof(VaultHosts))]
[assembly: AssemblyFixture(typeof(TestHosts))]

namespace Platform.Vault.Tests;

/// <summary>One host per database product, with the file key service, where everybody may do everything.</summary>
public sealed class VaultHosts : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<VaultHost>>> _hosts = new();

    public async Task<VaultCompany> NewCompanyAsync(TestDatabase database) =>
        new(await _hosts.GetOrAdd(database, d => new Lazy<Task<VaultHost>>(() => VaultHost.StartAsync(d))).Value);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }
}

/// <summary>A host with its key file and its erasure store in a folder of its own.</summary>
public sealed class VaultHost : IAsyncDisposable
{
    private readonly string _folder;

    private VaultHost(TestHost host, TestClock clock, string folder) => (Host, Clock, _folder) = (host, clock, folder);

    public TestHost Host { get; }

    public TestClock Clock { get; }

    public string KeyFile => Host.Settings["Vault:File:Path"];

    public string Erasure => Host.Settings["Vault:ErasurePath"];

    public static async Task<VaultHost> StartAsync(
        TestDatabase database, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("platform-vault-").FullName;
        var clock = new TestClock(VaultHosts.Start);
        var all = new Dictionary<string, string>
        {
            ["Vault:File:Path"] = Path.Combine(folder, "vault.key"),
            ["Vault:ErasurePath"] = Path.Combine(folder, "erasure"),
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            all[key] = value;
        var host = await TestHost.StartAsync(new TestHostOptions(database, Services, all, Demonstration: false));
        return new VaultHost(host, clock, folder);

        void Services(IServiceCollection services)
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.Replace(ServiceDescriptor.Scoped<IPermissionGrantStore, EverythingGranted>());
            configure?.Invoke(services);
        }
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class EverythingGranted(PermissionCatalog catalog) : IPermissionGrantStore
    {
        public Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Grants([GrantBundle.Unlimited(catalog.All.Select(p => p.Name))]));
    }
}
