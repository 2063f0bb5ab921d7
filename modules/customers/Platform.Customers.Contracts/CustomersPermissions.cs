using Platform.Kernel;

namespace Platform.Customers;

/// <summary>Permissions of the Customers module.</summary>
public static class CustomersPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Customers";

    /// <summary>See customers: all of them, or those that the role shows.</summary>
    public const string Default = "Customers.Customers";

    /// <summary>Add customers. Whoever adds one sees all of them.</summary>
    public const string Create = "Customers.Customers.Create";

    /// <summary>Change the data of the customers one sees.</summary>
    public const string Edit = "Customers.Customers.Edit";

    /// <summary>Say who manages a customer and to whom it is assigned.</summary>
    public const string Assign = "Customers.Customers.Assign";
}

/// <summary>Declares <see cref="CustomersPermissions"/>.</summary>
public sealed class CustomersPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    private static readonly string[] Everybody = [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers];

    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .AddWithinCustomers(CustomersPermissions.Group, CustomersPermissions.Default, Everybody)
        .Add(CustomersPermissions.Group, CustomersPermissions.Create, StandardRoles.Bookkeeper)
        .AddWithinCustomers(CustomersPermissions.Group, CustomersPermissions.Edit, StandardRoles.Bookkeeper, StandardRoles.SalesAdministration)
        .Add(CustomersPermissions.Group, CustomersPermissions.Assign);
}
