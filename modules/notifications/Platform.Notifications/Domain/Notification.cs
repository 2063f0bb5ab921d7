using Platform.Kernel;

namespace Platform.Notifications;

[DisableAuditing("Repeats acts that the trail records themselves; that somebody read them is private.")]
internal sealed class Notification : IMultiTenant
{
    public const int MaxKeyLength = 128;
    public const int MaxDataLength = 2_000;
    public const int MaxUrlLength = 400;

    private Notification()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public Guid UserId { get; private set; }

    public string TextKey { get; private set; } = "";

    public string Data { get; private set; } = "";

    public NotificationSeverity Severity { get; private set; }

    public string Url { get; private set; } = "";

    public string? Key { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public static Notification Create(Guid userId, NotificationDto content, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(userId, Guid.Empty);
        return new Notification
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            TextKey = Limited(content.TextKey, MaxKeyLength, nameof(content.TextKey)),
            Data = Limited(NotificationData.Write(content.Data), MaxDataLength, nameof(content.Data)),
            Severity = content.Severity,
            Url = Relative(Limited(content.Url, MaxUrlLength, nameof(content.Url))),
            Key = content.Key is null ? null : Limited(content.Key, MaxKeyLength, nameof(content.Key)),
            CreatedAt = now.UtcDateTime,
        };
    }

    private static string Limited(string value, int length, string name) =>
        value.Length <= length ? value : throw new ArgumentException($"{name} of a notification has {value.Length} characters; at most {length} are stored.");

    // It is appended to the company's address and redirected to: it may not lead out of the company.
    private static string Relative(string url) =>
        url.StartsWith('/') || url.Contains('\\', StringComparison.Ordinal) || url.Contains("..", StringComparison.Ordinal) || url.Contains(':', StringComparison.Ordinal)
            ? throw new ArgumentException($"The address \"{url}\" of a notification is not relative to its company.")
            : url;
}
