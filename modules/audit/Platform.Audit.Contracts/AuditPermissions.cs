using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Permissions of the Audit module.</summary>
public static class AuditPermissions
{
    /// <summary>Read the company's audit trail. Only the administrator holds it in a new company.</summary>
    public const string Trail = "Audit.Trail";

    /// <summary>Read the installation's own trail: sign-ins, keys, what no company owns. Only in the operator's own company.</summary>
    public const string Installation = "Audit.Installation";
}

/// <summary>Declares <see cref="AuditPermissions"/>.</summary>
public sealed class AuditPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .Add("Audit", AuditPermissions.Trail)
        .AddForOperator("Audit", AuditPermissions.Installation);
}
