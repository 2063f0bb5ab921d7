using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Permissions of the ModuleName module.</summary>
internal static class ModuleNamePermissions
{
    public const string Group = "ModuleName";

    /// <summary>In a firm: see the matters of all clients that the person may work for.</summary>
    public const string Firm = "ModuleName.Firm";

    /// <summary>Matters of the company.</summary>
    public static class Matters
    {
        /// <summary>See them.</summary>
        public const string Default = "ModuleName.Matters";

        /// <summary>Open and close them; for the people of a firm that the company engaged.</summary>
        public const string Edit = "ModuleName.Matters.Edit";
    }
}

internal sealed class ModuleNamePermissionDefinitionProvider : IPermissionDefinitionProvider
{
    public void Define(PermissionDefinitionContext context) => context
        .Add(ModuleNamePermissions.Group, ModuleNamePermissions.Matters.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(ModuleNamePermissions.Group, ModuleNamePermissions.Matters.Edit)
        .Add(ModuleNamePermissions.Group, ModuleNamePermissions.Firm, StandardRoles.Bookkeeper, StandardRoles.Validator);
}
