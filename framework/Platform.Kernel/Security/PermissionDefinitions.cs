namespace Platform.Kernel;

/// <summary>A right that can be granted in a company. Its text is "Permission:{Name}" in the resource its first segment names.</summary>
/// <param name="Name">Dotted, the module first: "Sepa.Mandates.Edit". Also the name of the authorization policy.</param>
/// <param name="Group">The module's group, shown as a heading.</param>
/// <param name="Parent">The right this one refines, or null; shown indented, not implied.</param>
public sealed record PermissionDefinition(string Name, string Group, string? Parent = null);

/// <summary>Declares a module's permissions (ABP: PermissionDefinitionProvider). Stands in Contracts; found by the scanner.</summary>
public interface IPermissionDefinitionProvider : ISingletonDependency
{
    /// <summary>Called once at start.</summary>
    void Define(PermissionDefinitionContext context);
}

/// <summary>Collects definitions at start.</summary>
public sealed class PermissionDefinitionContext
{
    private readonly List<PermissionDefinition> _permissions = [];

    internal IReadOnlyList<PermissionDefinition> Permissions => _permissions;

    /// <summary>Adds a permission and, below it, its refinements.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public PermissionDefinitionContext Add(string group, string name, params string[] children)
    {
        AddOne(new PermissionDefinition(name, group));
        Array.ForEach(children, child => AddOne(new PermissionDefinition(child, group, name)));
        return this;
    }

    private void AddOne(PermissionDefinition definition)
    {
        if (_permissions.Exists(p => p.Name == definition.Name))
        {
            throw new InvalidOperationException($"Permission {definition.Name} is defined twice.");
        }

        _permissions.Add(definition);
    }
}

/// <summary>All defined permissions, in module order.</summary>
public sealed class PermissionCatalog
{
    private readonly Dictionary<string, PermissionDefinition> _byName;

    /// <summary>Asks every provider once.</summary>
    public PermissionCatalog(IEnumerable<IPermissionDefinitionProvider> providers)
    {
        var context = new PermissionDefinitionContext();
        foreach (var provider in providers)
        {
            provider.Define(context);
        }

        All = context.Permissions;
        _byName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>Every permission.</summary>
    public IReadOnlyList<PermissionDefinition> All { get; }

    /// <summary>Whether the name is a defined permission. An undefined name is never granted.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);
}
