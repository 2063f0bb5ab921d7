using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Permissions of the Vault module.</summary>
public static class VaultPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Vault";

    /// <summary>Notes of the company.</summary>
    public static class Notes
    {
        /// <summary>Read them.</summary>
        public const string Default = "Vault.Notes";

        /// <summary>Write new ones.</summary>
        public const string Create = "Vault.Notes.Create";
    }
}

/// <summary>Declares <see cref="VaultPermissions"/>.</summary>
public sealed class VaultPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .Add(VaultPermissions.Group, VaultPermissions.Notes.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(VaultPermissions.Group, VaultPermissions.Notes.Create, StandardRoles.Bookkeeper);
}
