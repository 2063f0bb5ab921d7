using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Permissions of the ModuleName module.</summary>
public static class ModuleNamePermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "ModuleName";

    /// <summary>Notes of the company.</summary>
    public static class Notes
    {
        /// <summary>Read them.</summary>
        public const string Default = "ModuleName.Notes";

        /// <summary>Write new ones.</summary>
        public const string Create = "ModuleName.Notes.Create";
    }
}

/// <summary>Declares <see cref="ModuleNamePermissions"/>.</summary>
public sealed class ModuleNamePermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .Add(ModuleNamePermissions.Group, ModuleNamePermissions.Notes.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(ModuleNamePermissions.Group, ModuleNamePermissions.Notes.Create, StandardRoles.Bookkeeper);
}
