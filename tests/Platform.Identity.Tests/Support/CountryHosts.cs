namespace Platform.Identity.Tests;

/// <summary>Hosts with a country database. Their clock may be moved.</summary>
public sealed class CountryHosts : IdentityHosts
{
    public const string France = "192.0.2.17";
    public const string Germany = "198.51.100.40";
    public const string Portugal = "2001:db8:351::9";
    public const string Nowhere = "203.0.113.9";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"countries-{Guid.CreateVersion7():N}.mmdb");

    public CountryHosts() => new CountryFile().Add("192.0.2.0/24", "FR").AddFlat("198.51.100.0/24", "DE").Add("2001:db8:351::/48", "PT").Save(_path);

    private protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { [CountryDatabase.PathKey] = _path };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(_path);
    }
}
