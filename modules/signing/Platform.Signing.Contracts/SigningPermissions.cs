using Platform.Kernel;

namespace Platform.Signing;

/// <summary>Permissions of the Signing module.</summary>
public static class SigningPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Signing";

    /// <summary>Keep own signing certificates in the company.</summary>
    public const string Certificates = "Signing.Certificates";
}

/// <summary>Declares <see cref="SigningPermissions"/>.</summary>
public sealed class SigningPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context.Add(SigningPermissions.Group, SigningPermissions.Certificates, StandardRoles.Validator);
}
