using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Permissions of the Tenancy module.</summary>
public static class TenancyPermissions
{
    /// <summary>Open the company's first page; each card on it asks for its own permission.</summary>
    public const string Dashboard = "Tenancy.Dashboard";

    /// <summary>The company's own record.</summary>
    public static class Company
    {
        /// <summary>Read it.</summary>
        public const string Default = "Tenancy.Company";

        /// <summary>Change it.</summary>
        public const string Edit = "Tenancy.Company.Edit";
    }
}

/// <summary>Declares <see cref="TenancyPermissions"/>.</summary>
public sealed class TenancyPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .AddWithinCustomers("Tenancy", TenancyPermissions.Dashboard, [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers])
        .AddWithinCustomers("Tenancy", TenancyPermissions.Company.Default, [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers])
        .Add("Tenancy", TenancyPermissions.Company.Edit);
}
