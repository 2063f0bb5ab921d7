using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Permissions of the Audit module.</summary>
public static class AuditPermissions
{
    /// <summary>Read the company's audit trail. Only the administrator holds it in a new company.</summary>
    public const string Trail = "Audit.Trail";
}

/// <summary>Declares <see cref="AuditPermissions"/>.</summary>
public sealed class AuditPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context.Add("Audit", AuditPermissions.Trail);
}
