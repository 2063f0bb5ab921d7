using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Rights over people, roles and security settings of a company. The administrator holds them; nobody else does until given them.</summary>
public static class IdentityPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Identity";

    /// <summary>People of the company.</summary>
    public static class Users
    {
        /// <summary>See who works in the company, with which rights, and who is blocked.</summary>
        public const string Default = "Identity.Users";

        /// <summary>Invite, remove, deactivate, unblock, give and take roles and rights (never more than one holds oneself).</summary>
        public const string Manage = "Identity.Users.Manage";
    }

    /// <summary>Roles of the company.</summary>
    public static class Roles
    {
        /// <summary>See the roles and the matrix of their rights.</summary>
        public const string Default = "Identity.Roles";

        /// <summary>Create, rename, delete roles and change their rights (never by more than one holds oneself).</summary>
        public const string Manage = "Identity.Roles.Manage";
    }

    /// <summary>Lend one's own rights to another member for a time.</summary>
    public const string Delegations = "Identity.Delegations";

    /// <summary>Links that the company has sent.</summary>
    public static class Links
    {
        /// <summary>See and revoke those one made oneself.</summary>
        public const string Default = "Identity.Links";

        /// <summary>See and revoke everybody's.</summary>
        public const string Manage = "Identity.Links.Manage";
    }

    /// <summary>Old logins of all companies.</summary>
    public static class LegacyAccounts
    {
        /// <summary>Import them and follow how far companies are; only in the operator's own company.</summary>
        public const string Import = "Identity.LegacyAccounts.Import";
    }

    /// <summary>Security settings.</summary>
    public static class Security
    {
        /// <summary>See the company's, with their origin.</summary>
        public const string Default = "Identity.Security";

        /// <summary>Change the company's.</summary>
        public const string Manage = "Identity.Security.Manage";

        /// <summary>Set the bounds of all companies; only in the operator's own company.</summary>
        public const string Bounds = "Identity.Security.Bounds";
    }
}

/// <summary>Declares <see cref="IdentityPermissions"/>.</summary>
public sealed class IdentityPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .Add(IdentityPermissions.Group, IdentityPermissions.Users.Default)
        .Add(IdentityPermissions.Group, IdentityPermissions.Users.Manage)
        .Add(IdentityPermissions.Group, IdentityPermissions.Roles.Default)
        .Add(IdentityPermissions.Group, IdentityPermissions.Roles.Manage)
        .AddWithinCustomers(IdentityPermissions.Group, IdentityPermissions.Delegations, StandardRoles.Bookkeeper, StandardRoles.Validator)
        .Add(IdentityPermissions.Group, IdentityPermissions.Links.Default, StandardRoles.Bookkeeper)
        .Add(IdentityPermissions.Group, IdentityPermissions.Links.Manage)
        .Add(IdentityPermissions.Group, IdentityPermissions.Security.Default)
        .Add(IdentityPermissions.Group, IdentityPermissions.Security.Manage)
        .AddForOperator(IdentityPermissions.Group, IdentityPermissions.Security.Bounds)
        .AddForOperator(IdentityPermissions.Group, IdentityPermissions.LegacyAccounts.Import);
}
