namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>The debtor would be told later than the company wants.</summary>
    public const string PreNotificationLate = "Sepa:PreNotificationLate";

    /// <summary>The state of the pre-notification does not allow the act.</summary>
    public const string PreNotificationState = "Sepa:PreNotificationState";

    /// <summary>The collection took place or failed: there is nothing to tell.</summary>
    public const string PreNotificationTooLate = "Sepa:PreNotificationTooLate";

    /// <summary>The company sends no pre-notifications.</summary>
    public const string PreNotificationsOff = "Sepa:PreNotificationsOff";

    /// <summary>Nobody was told on a day that is still to come.</summary>
    public const string ToldInFuture = "Sepa:ToldInFuture";
}
