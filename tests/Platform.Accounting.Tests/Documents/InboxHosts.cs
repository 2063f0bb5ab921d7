using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Accounting.Tests;
using Platform.Kernel;

[assembly: AssemblyFixture(typeof(InboxHosts))]

namespace Platform.Accounting.Tests;

/// <summary>One host per database product where everybody may do everything who is not limited: rights of roles have their own tests.</summary>
public sealed class InboxHosts : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<Guid, Grants> Limited = new();

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    public async Task<InboxCompany> NewCompanyAsync(TestDatabase database) =>
        new(await _hosts.GetOrAdd(database, d => new Lazy<Task<TestHost>>(() => StartAsync(d, new TestClock(Start)))).Value);

    /// <summary>A host of one's own, for a clock of one's own or other settings.</summary>
    public static Task<TestHost> StartAsync(TestDatabase database, TestClock clock, params (string Key, string Value)[] settings) =>
        TestHost.StartAsync(new TestHostOptions(
            database,
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.Replace(ServiceDescriptor.Scoped<IPermissionGrantStore, EverythingGranted>());
                services.RemoveAll<IBackgroundWorker>();
            },
            settings.Append(("Demo:Enabled", "false")).ToDictionary(s => s.Item1, s => s.Item2)));

    /// <summary>What somebody may do instead of everything.</summary>
    public static void Limit(CurrentUserInfo user, params string[] permissions) => Limited[user.Id!.Value] = new Grants([GrantBundle.Unlimited(permissions)]);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }

    private sealed class EverythingGranted(PermissionCatalog catalog) : IPermissionGrantStore
    {
        public Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
            Task.FromResult(Limited.GetValueOrDefault(userId) ?? new Grants([GrantBundle.Unlimited(catalog.All.Select(p => p.Name))]));
    }
}
