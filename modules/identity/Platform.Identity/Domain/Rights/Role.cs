using Platform.Kernel;

namespace Platform.Identity;

internal sealed class Role : IGrantsRights, IHasConcurrencyStamp
{
    public const int NameLength = 64;

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public string Name { get; private set; } = "";

    public string NormalizedName { get; private set; } = "";

    /// <summary>Which of the kernel's standard roles it was made as; shown in the reader's language until renamed.</summary>
    public string? StandardName { get; private set; }

    public bool GrantsEverything { get; private set; }

    /// <summary>Null: all, as for every role made before there was a choice.</summary>
    public CustomerView? Customers { get; private set; }

    public CustomerView Shows => Customers ?? CustomerView.All;

    public Guid ConcurrencyStamp { get; set; }

    public List<RolePermission> Permissions { get; } = [];

    public static Role New(string name, IEnumerable<string> permissions, CustomerView customers = CustomerView.All)
    {
        var role = new Role { Id = Guid.CreateVersion7() };
        role.Rename(name);
        role.Show(customers);
        role.SetPermissions(permissions);
        return role;
    }

    public static Role Standard(string name, PermissionCatalog catalog)
    {
        var everything = name == StandardRoles.Administrator;
        var permissions = everything ? [] : catalog.All.Where(p => p.DefaultRoles.Contains(name)).Select(p => p.Name);
        var role = New(name, permissions, StandardRoles.CustomersOf(name));
        role.StandardName = name;
        role.GrantsEverything = everything;
        return role;
    }

    public void Rename(string name)
    {
        Name = name;
        NormalizedName = Normalize(name);
    }

    public void Show(CustomerView customers) => Customers = customers == CustomerView.All ? null : customers;

    public void SetPermissions(IEnumerable<string> permissions)
    {
        var wanted = permissions.ToHashSet(StringComparer.Ordinal);
        Permissions.RemoveAll(p => !wanted.Remove(p.Permission));
        Permissions.AddRange(wanted.Select(p => new RolePermission { RoleId = Id, Permission = p }));
    }

    public static string Normalize(string name) => name.ToUpperInvariant();
}

[DisableAuditing("Recorded as one act that names what changed.")]
internal sealed class RolePermission : IGrantsRights
{
    public Guid RoleId { get; set; }

    public string Permission { get; set; } = "";

    public Guid TenantId { get; set; }
}

[DisableAuditing("Recorded as one act that names what changed.")]
internal sealed class RoleAssignment : IGrantsRights
{
    public Guid UserId { get; set; }

    public Guid RoleId { get; set; }

    public Guid TenantId { get; set; }
}

[DisableAuditing("Recorded as one act that names what changed.")]
internal sealed class DirectGrant : IGrantsRights
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public string Permission { get; set; } = "";
}
