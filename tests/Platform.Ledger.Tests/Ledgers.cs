using System.Collections.Concurrent;

namespace Platform.Ledger.Tests;

/// <summary>One accounting package, and per database product two hosts that are connected to it, started when first asked for.</summary>
public sealed class Ledgers : IAsyncLifetime
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<LedgerHosts>>> _hosts = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-ledger-").FullName;
    private AccountingPackage? _package;

    internal AccountingPackage Package => _package ?? throw new InvalidOperationException("Node is missing.");

    public async ValueTask InitializeAsync()
    {
        _package = await AccountingPackage.StartAsync(Connecting.BaseUrl);
    }

    internal Task<LedgerHosts> GetAsync(TestDatabase database)
    {
        if (_package is null && TestEnvironment.IsContinuousIntegration)
            throw new InvalidOperationException("Node is missing: see etc/check-tools.sh.");
        Assert.SkipWhen(_package is null, "Node is not installed");
        return _hosts.GetOrAdd(database, d => new Lazy<Task<LedgerHosts>>(() => StartAsync(d))).Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosts in _hosts.Values)
        {
            await (await hosts.Value).DisposeAsync();
        }

        _package?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<LedgerHosts> StartAsync(TestDatabase database) =>
        await LedgerHosts.StartAsync(database, new Dictionary<string, string>(await Package.SettingsAsync(Path.Combine(_folder, $"{database}.secret")))
        {
            ["App:BaseUrl"] = Connecting.BaseUrl,
            ["Vault:File:Path"] = Path.Combine(_folder, $"{database}.key"),
            ["Vault:ErasurePath"] = Path.Combine(_folder, $"{database}-erasure"),
        });
}
