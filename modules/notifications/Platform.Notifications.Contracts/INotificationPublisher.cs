using Platform.Kernel;

namespace Platform.Notifications;

/// <summary>
/// Tells people of the current company something, for other modules to call. Writes in the caller's transaction: what is rolled
/// back was never told. Checks no permission: the calling application service does.
/// </summary>
public interface INotificationPublisher : IScopedDependency
{
    /// <summary>Tells one person, also where that is the current one.</summary>
    /// <exception cref="ArgumentException">The notification breaks a limit that <see cref="NotificationDto"/> names: a mistake in code.</exception>
    Task PublishToUserAsync(Guid userId, NotificationDto notification, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells every active member who holds the permission now, through roles or directly, but the current person, who did it.
    /// </summary>
    /// <param name="permission">A defined permission.</param>
    /// <param name="notification">What to tell.</param>
    /// <param name="except">Holders to leave out as well; null for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    Task PublishToHoldersAsync(
        string permission, NotificationDto notification, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back, from everybody, what was published under this key and is still unread: the matter is settled. What was read stays.
    /// </summary>
    Task WithdrawAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>What to tell.</summary>
/// <param name="TextKey">
/// Text of any module, its resource first ("Sepa.Notification.Submitted"), looked up in the reader's language; at most 128 characters.
/// </param>
/// <param name="Data">
/// Values of the text's {placeholders}: string, int, long, decimal (an amount, two places) or DateOnly, shown as the reader's culture
/// writes them. No secrets; 2,000 characters in all.
/// </param>
/// <param name="Severity">Colour, icon and rank.</param>
/// <param name="Url">Where the matter is dealt with, relative to the company's root ("remittances/0198..."), or empty; at most 400 characters.</param>
/// <param name="Key">
/// Of several with this key a person has one unread at most, the latest; null for none such. At most 128 characters, the module first.
/// </param>
public sealed record NotificationDto(
    string TextKey,
    IReadOnlyDictionary<string, object>? Data = null,
    NotificationSeverity Severity = NotificationSeverity.Info,
    string Url = "",
    string? Key = null);

/// <summary>What a notification means to its reader.</summary>
public enum NotificationSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Done, accepted.</summary>
    Success,

    /// <summary>Someone has to act.</summary>
    Warning,

    /// <summary>Refused or failed.</summary>
    Danger,
}
