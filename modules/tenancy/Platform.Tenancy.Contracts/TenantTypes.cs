using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Adds kinds of company. A module implements this, in any of its assemblies, and the scanner finds it; Tenancy does not change.
/// </summary>
public interface ITenantTypeProvider : ISingletonDependency
{
    /// <summary>Read once at start.</summary>
    IEnumerable<TenantTypeDefinition> GetTenantTypes();
}

/// <summary>A kind of company.</summary>
/// <param name="Name">Stored with each company, so it never changes: lower-case letters and hyphens, at most 40.</param>
/// <param name="TextKey">Key of its text, the resource first: "Tenancy.TenantType.Sme".</param>
/// <param name="SelfService">Whether people may found such companies themselves; else only the operator makes them.</param>
public sealed record TenantTypeDefinition(string Name, string TextKey, bool SelfService = false);

/// <summary>The tenant types this module declares itself.</summary>
public static class TenantTypes
{
    /// <summary>A company that runs its own books and payments.</summary>
    public const string Sme = "sme";

    /// <summary>An accounting firm, which also works for other companies.</summary>
    public const string Accountant = "accountant";
}

/// <summary>All declared tenant types, in module order.</summary>
public sealed class TenantTypeCatalog : ISingletonDependency
{
    private readonly Dictionary<string, TenantTypeDefinition> _byName = new(StringComparer.Ordinal);

    /// <summary>Asks every provider once.</summary>
    /// <exception cref="InvalidOperationException">Two providers declare the same name.</exception>
    public TenantTypeCatalog(IEnumerable<ITenantTypeProvider> providers)
    {
        foreach (var definition in providers.SelectMany(p => p.GetTenantTypes()))
        {
            if (!_byName.TryAdd(definition.Name, definition))
            {
                throw new InvalidOperationException($"Tenant type {definition.Name} is declared twice.");
            }
        }
    }

    /// <summary>Every tenant type.</summary>
    public IReadOnlyCollection<TenantTypeDefinition> All => _byName.Values;

    /// <summary>Whether a module declares it.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Key of its text; the name itself when its module is no longer there.</summary>
    public string TextKeyOf(string name) => _byName.TryGetValue(name, out var found) ? found.TextKey : name;
}
