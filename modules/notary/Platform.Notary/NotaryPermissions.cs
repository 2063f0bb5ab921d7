using Platform.Kernel;

namespace Platform.Notary;

/// <summary>Permissions of the Notary module.</summary>
internal static class NotaryPermissions
{
    public const string Group = "Notary";

    /// <summary>In an office: see the deeds of all clients that the person may work for.</summary>
    public const string Office = "Notary.Office";

    /// <summary>Deeds of the company.</summary>
    public static class Deeds
    {
        /// <summary>See them.</summary>
        public const string Default = "Notary.Deeds";

        /// <summary>Open them and take them on; for the people of an office that the company engaged.</summary>
        public const string Prepare = "Notary.Deeds.Prepare";
    }
}

internal sealed class NotaryPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    public void Define(PermissionDefinitionContext context) => context
        .Add(NotaryPermissions.Group, NotaryPermissions.Deeds.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(NotaryPermissions.Group, NotaryPermissions.Deeds.Prepare)
        .Add(NotaryPermissions.Group, NotaryPermissions.Office, StandardRoles.Bookkeeper, StandardRoles.Validator);
}
