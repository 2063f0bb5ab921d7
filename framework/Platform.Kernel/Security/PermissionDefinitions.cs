using Microsoft.Extensions.Configuration;

namespace Platform.Kernel;

/// <summary>A right that can be granted in a company. Its text is "Permission:{Name}" in the resource its first segment names.</summary>
/// <param name="Name">Dotted, the module first: "Sepa.Mandates.Edit". Also the name of the authorization policy.</param>
/// <param name="Group">The module's group, shown as a heading.</param>
/// <param name="DefaultRoles">Which of <see cref="StandardRoles"/> hold it in a new company; the administrator always does.</param>
/// <param name="ForOperator">Exists only in the operator's company, which "Operator:Company" names by its URL segment.</param>
/// <param name="WithinCustomers">
/// Reaches no further than the customers its holder sees. A role that does not show every customer can hold no other permission.
/// </param>
public sealed record PermissionDefinition(
    string Name, string Group, IReadOnlyList<string> DefaultRoles, bool ForOperator = false, bool WithinCustomers = false);

/// <summary>The roles every company starts with; a company may change and add roles, but the administrator's holds every right.</summary>
public static class StandardRoles
{
    /// <summary>Every permission, also those that a later version adds.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Prepares: imports, mandates, remittances.</summary>
    public const string Bookkeeper = "Bookkeeper";

    /// <summary>Approves what others prepared.</summary>
    public const string Validator = "Validator";

    /// <summary>Looks, changes nothing.</summary>
    public const string Reader = "Reader";

    /// <summary>Chases what is due from the customers they manage.</summary>
    public const string Collector = "Collector";

    /// <summary>Sells to the customers assigned to them.</summary>
    public const string Sales = "Sales";

    /// <summary>Keeps the data of the customers assigned to them.</summary>
    public const string SalesAdministration = "SalesAdministration";

    /// <summary>Looks at the customers assigned to them.</summary>
    public const string Guest = "Guest";

    /// <summary>All of them, the administrator first.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Bookkeeper, Validator, Reader, Collector, Sales, SalesAdministration, Guest];

    /// <summary>Those that do not show every customer.</summary>
    public static IReadOnlyList<string> WithinCustomers { get; } = [Collector, Sales, SalesAdministration, Guest];

    /// <summary>Which customers a standard role shows at first.</summary>
    public static CustomerView CustomersOf(string role) => role switch
    {
        Collector => CustomerView.Managed,
        Sales or SalesAdministration or Guest => CustomerView.Assigned,
        _ => CustomerView.All,
    };
}

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
    private readonly List<DataScopeDefinition> _scopes = [];

    internal IReadOnlyList<DataScopeDefinition> Scopes => _scopes;

    internal IReadOnlyList<PermissionDefinition> Permissions => _permissions;

    /// <summary>Adds a permission of a group.</summary>
    /// <param name="group">The module's heading: "Sepa".</param>
    /// <param name="name">The permission.</param>
    /// <param name="defaultRoles">Names from <see cref="StandardRoles"/>, besides the administrator.</param>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public PermissionDefinitionContext Add(string group, string name, params string[] defaultRoles)
    {
        AddOne(new PermissionDefinition(name, group, defaultRoles));
        return this;
    }

    /// <summary>Adds a permission that reaches no further than the customers its holder sees, or concerns none.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public PermissionDefinitionContext AddWithinCustomers(string group, string name, params string[] defaultRoles)
    {
        AddOne(new PermissionDefinition(name, group, defaultRoles, WithinCustomers: true));
        return this;
    }

    /// <summary>Adds a permission over the installation: it exists only in the operator's company, for its administrators at first.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public PermissionDefinitionContext AddForOperator(string group, string name)
    {
        AddOne(new PermissionDefinition(name, group, [], ForOperator: true));
        return this;
    }

    /// <summary>Adds a limit that can be put on the rights of a group.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public PermissionDefinitionContext AddScope(string group, string name, DataScopeKind kind)
    {
        if (_scopes.Exists(s => s.Name == name))
        {
            throw new InvalidOperationException($"Data scope {name} is defined twice.");
        }

        _scopes.Add(new DataScopeDefinition(name, group, kind));
        return this;
    }

    private void AddOne(PermissionDefinition definition)
    {
        if (!definition.WithinCustomers && definition.DefaultRoles.Intersect(StandardRoles.WithinCustomers).FirstOrDefault() is { } role)
        {
            throw new InvalidOperationException($"Permission {definition.Name} reaches further than the customers that {role} sees.");
        }

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
    private readonly string? _operatorCompany;

    /// <summary>Asks every provider once.</summary>
    public PermissionCatalog(IEnumerable<IPermissionDefinitionProvider> providers, IConfiguration configuration)
    {
        _operatorCompany = configuration["Operator:Company"];
        var context = new PermissionDefinitionContext();
        foreach (var provider in providers)
        {
            provider.Define(context);
        }

        All = context.Permissions;
        Scopes = context.Scopes;
        _byName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>Every permission.</summary>
    public IReadOnlyList<PermissionDefinition> All { get; }

    /// <summary>Every limit that can be put on rights.</summary>
    public IReadOnlyList<DataScopeDefinition> Scopes { get; }

    /// <summary>The permissions that exist in a company; what is the operator's is nobody else's to grant.</summary>
    public IEnumerable<PermissionDefinition> In(TenantInfo? tenant) => All.Where(p => Exists(p, tenant));

    /// <summary>Whether the permission is defined and exists in the company.</summary>
    public bool Exists(string name, TenantInfo? tenant) => _byName.TryGetValue(name, out var permission) && Exists(permission, tenant);

    private bool Exists(PermissionDefinition permission, TenantInfo? tenant) =>
        !permission.ForOperator || (tenant is not null && tenant.Slug == _operatorCompany);

    /// <summary>Whether a source of rights that shows these customers can bring the permission.</summary>
    public bool FitsWithin(string name, CustomerView customers) =>
        customers == CustomerView.All || (_byName.TryGetValue(name, out var permission) && permission.WithinCustomers);

    /// <summary>Whether the name is a defined permission. An undefined name is never granted.</summary>
    public bool Contains(string name) => _byName.ContainsKey(name);
}
