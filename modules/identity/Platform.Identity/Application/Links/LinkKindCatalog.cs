using Platform.Kernel;

namespace Platform.Identity;

/// <summary>All declared kinds of links by name.</summary>
internal sealed class LinkKindCatalog(IEnumerable<ILinkKindProvider> providers, SettingCatalog settings) : ISingletonDependency
{
    private readonly Dictionary<string, LinkKindDefinition> _byName =
        providers.SelectMany(p => p.GetKinds()).Select(k => Checked(k, settings)).ToDictionary(k => k.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<LinkKindDefinition> All => _byName.Values;

    /// <exception cref="InvalidOperationException">No such kind: a mistake in code.</exception>
    public LinkKindDefinition Get(string name) =>
        _byName.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"Kind of link {name} is not declared.");

    private static LinkKindDefinition Checked(LinkKindDefinition kind, SettingCatalog settings)
    {
        var bounded = kind.DaysSetting is { } name ? settings.Get(name).Range is not null : kind.Lasts > TimeSpan.Zero;
        return bounded && kind is { Name.Length: <= Link.KindLength, MostUses: null or > 0 } && kind.Path.StartsWith('/') && !kind.Path.EndsWith('/')
            ? kind
            : throw new InvalidOperationException($"Kind of link {kind.Name} needs a path, a bounded setting or a duration, and at least one use.");
    }
}
