namespace Platform.Identity.Tests;

/// <summary>Hosts that ask a list of breached passwords, and wait for it a second.</summary>
public sealed class BreachedHosts : IdentityHosts
{
    private readonly Task<BreachedList> _list = BreachedList.StartAsync();

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        [BreachedPasswords.UrlKey] = _list.GetAwaiter().GetResult().Url,
        [BreachedPasswords.SecondsKey] = "1",
    };

    internal Task<BreachedList> ListAsync() => _list;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (await _list).DisposeAsync();
    }
}
