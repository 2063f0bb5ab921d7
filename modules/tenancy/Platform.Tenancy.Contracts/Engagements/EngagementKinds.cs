using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Adds kinds of engagement. A module implements this, in any of its assemblies, and the scanner finds it; Tenancy does not change.</summary>
public interface IEngagementKindProvider : ISingletonDependency
{
    /// <summary>Read once at start.</summary>
    IEnumerable<EngagementKindDefinition> GetKinds();
}

/// <summary>What a firm can do for a client.</summary>
/// <param name="Name">Stored with each engagement, so it never changes: lower-case letters and hyphens, at most 40.</param>
/// <param name="TextKey">Key of its text, the resource first: "Accounting.EngagementKind".</param>
/// <param name="FirmType">Name of the tenant type of the firms that do it.</param>
/// <param name="Scopes">Names of the permissions that a client can grant with it, and no other.</param>
/// <param name="DefaultScopes">Those of them that are proposed.</param>
/// <param name="OnlyOne">Whether accepting one ends the client's former one of this kind.</param>
public sealed record EngagementKindDefinition(
    string Name, string TextKey, string FirmType, IReadOnlyList<string> Scopes, IReadOnlyList<string> DefaultScopes, bool OnlyOne = false);

/// <summary>All declared kinds of engagement, in module order.</summary>
public sealed class EngagementKindCatalog : ISingletonDependency
{
    private readonly Dictionary<string, EngagementKindDefinition> _byName = new(StringComparer.Ordinal);

    /// <summary>Asks every provider once.</summary>
    /// <exception cref="InvalidOperationException">Two providers declare the same name, or a scope is no defined permission.</exception>
    public EngagementKindCatalog(IEnumerable<IEngagementKindProvider> providers, PermissionCatalog permissions)
    {
        foreach (var kind in providers.SelectMany(p => p.GetKinds()))
        {
            if (!_byName.TryAdd(kind.Name, kind))
                throw new InvalidOperationException($"Kind of engagement {kind.Name} is declared twice.");
            if (kind.Scopes.Concat(kind.DefaultScopes).FirstOrDefault(s => !permissions.Contains(s) || !kind.Scopes.Contains(s)) is { } scope)
                throw new InvalidOperationException($"Kind of engagement {kind.Name} cannot grant {scope}.");
        }
    }

    /// <summary>Every kind.</summary>
    public IReadOnlyCollection<EngagementKindDefinition> All => _byName.Values;

    /// <summary>The kind with this name, or null.</summary>
    public EngagementKindDefinition? Find(string? name) => name is not null && _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>Key of its text; the name itself when its module is no longer there.</summary>
    public string TextKeyOf(string name) => Find(name)?.TextKey ?? name;
}
