using Platform.Kernel;

namespace Platform.Vault.Web;

/// <summary>What this installation connects to, in the reader's words. A consent outlives its connector: then its raw names are shown.</summary>
internal sealed class ConsentConnectors(IEnumerable<IConsentConnector> connectors, IPlatformTexts texts, TimeProvider clock) : IScopedDependency
{
    /// <summary>Names and places of what can be connected here.</summary>
    public IReadOnlyList<(string Name, string Path)> Connectable =>
        [.. connectors.Where(c => c.ConnectPath is not null).Select(c => (texts.Get(c.TextKey), c.ConnectPath!)).OrderBy(c => c.Item1, StringComparer.CurrentCulture)];

    public ConsentView View(ConsentDto consent)
    {
        var connector = connectors.FirstOrDefault(c => c.Name == consent.Provider);
        return new ConsentView(
            consent, Text(connector?.TextKey, consent.Provider), Text(PurposeKey(connector, consent), consent.Purpose), DaysLeft(consent),
            consent.IsOwn ? connector?.ConnectPath : null);
    }

    private int? DaysLeft(ConsentDto consent) =>
        consent.ValidUntil is { } end ? Math.Max(0, (int)Math.Ceiling((end - clock.GetUtcNow().UtcDateTime).TotalDays)) : null;

    private string Text(string? key, string raw) => key is not null && texts.Get(key) is var text && text != key ? text : raw;

    // Beside the connector's name: "Ledger.Purpose.bookkeeping".
    private static string? PurposeKey(IConsentConnector? connector, ConsentDto consent) =>
        connector is null ? null : $"{connector.TextKey.Split('.', ':')[0]}.Purpose.{consent.Purpose}";
}
