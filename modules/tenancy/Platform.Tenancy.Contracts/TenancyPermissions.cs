using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Permissions of the Tenancy module.</summary>
public static class TenancyPermissions
{
    /// <summary>Open the company's first page; each card on it asks for its own permission.</summary>
    public const string Dashboard = "Tenancy.Dashboard";

    /// <summary>Export everything that the company owns, and download it. No firm can be granted it.</summary>
    public const string Exports = "Tenancy.Exports";

    /// <summary>In the operator's company: confirm companies that people founded, and extend their trials.</summary>
    public const string Trials = "Tenancy.Trials";

    /// <summary>The company's own record.</summary>
    public static class Company
    {
        /// <summary>Read it.</summary>
        public const string Default = "Tenancy.Company";

        /// <summary>Change it.</summary>
        public const string Edit = "Tenancy.Company.Edit";

        /// <summary>Close the company's account, and take that back. No firm can be granted it.</summary>
        public const string Close = "Tenancy.Company.Close";
    }

    /// <summary>Firms that work in the company.</summary>
    public static class Engagements
    {
        /// <summary>See them and what they may do.</summary>
        public const string Default = "Tenancy.Engagements";

        /// <summary>Engage firms, change what they may do, end it.</summary>
        public const string Manage = "Tenancy.Engagements.Manage";
    }

    /// <summary>In a firm: companies it works for.</summary>
    public static class Clients
    {
        /// <summary>See them.</summary>
        public const string Default = "Tenancy.Clients";

        /// <summary>Accept and refuse clients, end the work for them.</summary>
        public const string Decide = "Tenancy.Clients.Decide";

        /// <summary>Work in the companies of clients, with what each granted to the firm.</summary>
        public const string Work = "Tenancy.Clients.Work";
    }
}

/// <summary>Declares <see cref="TenancyPermissions"/>.</summary>
public sealed class TenancyPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .AddWithinCustomers("Tenancy", TenancyPermissions.Dashboard, [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers])
        .AddWithinCustomers("Tenancy", TenancyPermissions.Company.Default, [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers])
        .Add("Tenancy", TenancyPermissions.Company.Edit)
        .Add("Tenancy", TenancyPermissions.Company.Close)
        .Add("Tenancy", TenancyPermissions.Exports)
        .AddForOperator("Tenancy", TenancyPermissions.Trials)
        .Add("Tenancy", TenancyPermissions.Engagements.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add("Tenancy", TenancyPermissions.Engagements.Manage)
        .Add("Tenancy", TenancyPermissions.Clients.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add("Tenancy", TenancyPermissions.Clients.Decide, StandardRoles.Validator)
        .Add("Tenancy", TenancyPermissions.Clients.Work, StandardRoles.Bookkeeper, StandardRoles.Validator);
}
