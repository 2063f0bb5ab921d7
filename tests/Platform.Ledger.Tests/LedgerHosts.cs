namespace Platform.Ledger.Tests;

/// <summary>Two hosts on one database, key ring and vault.</summary>
internal sealed record LedgerHosts(TestHost First, TestHost Second) : IAsyncDisposable
{
    public static async Task<LedgerHosts> StartAsync(TestDatabase database, Dictionary<string, string> settings)
    {
        var first = await TestHost.StartAsync(new TestHostOptions(database, Settings: settings));
        return new LedgerHosts(first, await TestHost.StartAsync(new TestHostOptions(database, Settings: first.Settings)));
    }

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }
}
