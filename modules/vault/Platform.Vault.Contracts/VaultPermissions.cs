using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Permissions of the vault.</summary>
public static class VaultPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Vault";

    /// <summary>Keys, seal and rotations of the installation; only in the operator's own company.</summary>
    public const string Keys = "Vault.Keys";

    /// <summary>What people allowed.</summary>
    public static class Consents
    {
        /// <summary>See and revoke the own ones.</summary>
        public const string Own = "Vault.Consents";

        /// <summary>See everybody's in the company.</summary>
        public const string ViewAll = "Vault.Consents.ViewAll";

        /// <summary>Revoke everybody's in the company.</summary>
        public const string RevokeAll = "Vault.Consents.RevokeAll";
    }
}

/// <summary>Declares <see cref="VaultPermissions"/>.</summary>
public sealed class VaultPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .AddWithinCustomers(VaultPermissions.Group, VaultPermissions.Consents.Own, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(VaultPermissions.Group, VaultPermissions.Consents.ViewAll)
        .Add(VaultPermissions.Group, VaultPermissions.Consents.RevokeAll)
        .AddForOperator(VaultPermissions.Group, VaultPermissions.Keys);
}
