using Platform.Kernel;

namespace Platform.Notifications;

/// <summary>Permissions of the Notifications module.</summary>
public static class NotificationsPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Notifications";

    /// <summary>Read one's own notifications and mark them as read; nobody reads those of others.</summary>
    public const string Own = "Notifications.Own";
}

/// <summary>Declares <see cref="NotificationsPermissions"/>.</summary>
public sealed class NotificationsPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .AddWithinCustomers(NotificationsPermissions.Group, NotificationsPermissions.Own, [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader, .. StandardRoles.WithinCustomers]);
}
