using Platform.Kernel;

namespace Platform.Notifications;

/// <summary>Texts of the Notifications module: permissions, errors, pages.</summary>
[LocalizationResourceName("Notifications")]
public sealed class NotificationsResource;
