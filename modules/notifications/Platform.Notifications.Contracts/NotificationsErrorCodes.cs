namespace Platform.Notifications;

/// <summary>Stable error codes of the Notifications module, also the keys of their texts.</summary>
public static class NotificationsErrorCodes
{
    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Notifications:CursorInvalid";
}
