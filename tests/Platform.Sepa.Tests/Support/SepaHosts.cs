using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.Sepa.Tests;
using Platform.Signing;
using Platform.TestBase;
using Platform.Vault;

[assembly: AssemblyFixture(typeof(SepaHosts))]
[assembly: AssemblyFixture(typeof(TestHosts))]

namespace Platform.Sepa.Tests;

/// <summary>One host per database product with a clock at a fixed moment, where everybody may do everything: rights have their own tests.</summary>
public sealed class SepaHosts : IAsyncDisposable
{
    /// <summary>A Monday before the cut-off.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentDictionary<Guid, Grants> Limited = new();

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    public async Task<SepaCompany> NewCompanyAsync(TestDatabase database) =>
        new(await _hosts.GetOrAdd(database, d => new Lazy<Task<TestHost>>(() => StartAsync(d))).Value);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }

    // With the first certificate, which makes the authority of all: two tests that made it at once would be told to try again.
    private static async Task<TestHost> StartAsync(TestDatabase database)
    {
        var host = await TestHost.StartAsync(Options(database));
        await new SepaCompany(host).RunAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync());
        return host;
    }

    private static TestHostOptions Options(TestDatabase database) => new(
        database,
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock(Start)));
            services.Replace(ServiceDescriptor.Scoped<IPermissionGrantStore, EverythingGranted>());
            services.Replace(ServiceDescriptor.Scoped<IFreshFactor, AlwaysFresh>());
            services.AddSingleton<SentMails>();
            services.Replace(ServiceDescriptor.Scoped<IEmailSender, SentMails.Sender>());
        },
        new Dictionary<string, string> { ["Demo:Enabled"] = "false" });

    /// <summary>What somebody may do instead of everything.</summary>
    public static void Limit(CurrentUserInfo user, params GrantBundle[] bundles) => Limited[user.Id!.Value] = new Grants(bundles);

    private sealed class AlwaysFresh : IFreshFactor
    {
        public Task<bool> IsFreshAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);
    }

    private sealed class EverythingGranted(PermissionCatalog catalog) : IPermissionGrantStore
    {
        public Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
            Task.FromResult(Limited.GetValueOrDefault(userId) ?? new Grants([GrantBundle.Unlimited(catalog.All.Select(p => p.Name))]));
    }
}
