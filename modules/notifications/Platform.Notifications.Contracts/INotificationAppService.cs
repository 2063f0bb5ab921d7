using Platform.Kernel;

namespace Platform.Notifications;

/// <summary>
/// The current person's own notifications in the current company. Everything needs <see cref="NotificationsPermissions.Own"/>;
/// another person's notification is as good as none.
/// </summary>
public interface INotificationAppService : IApplicationService
{
    /// <summary>A page of the list, the newest first.</summary>
    /// <exception cref="BusinessException">Notifications:CursorInvalid.</exception>
    Task<PagedResult<NotificationListDto>> GetListAsync(GetNotificationsInput input, CancellationToken cancellationToken = default);

    /// <summary>How many are unread.</summary>
    Task<int> GetUnreadCountAsync(CancellationToken cancellationToken = default);

    /// <summary>Marks one as read; again without effect.</summary>
    /// <returns>The notification.</returns>
    /// <exception cref="EntityNotFoundException">Not the person's own in this company.</exception>
    Task<NotificationListDto> MarkReadAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Marks as read what is not newer than the one given, so that nothing unseen is lost; null for everything.</summary>
    /// <returns>How many were unread.</returns>
    Task<int> MarkAllReadAsync(Guid? upTo = null, CancellationToken cancellationToken = default);
}

/// <summary>Which page of the list.</summary>
/// <param name="UnreadOnly">Leave out what was read.</param>
/// <param name="Cursor">From the page before; null for the first page.</param>
/// <param name="PageSize">1 to 200; a number outside counts as the nearest bound.</param>
public sealed record GetNotificationsInput(bool UnreadOnly = false, string? Cursor = null, int PageSize = 25);

/// <summary>A notification as its reader sees it.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Text">In the language and formats of the request.</param>
/// <param name="Severity">Colour, icon and rank.</param>
/// <param name="Url">Relative to the company's root; empty when there is nothing to open.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="IsRead">Whether the person has seen it.</param>
public sealed record NotificationListDto(Guid Id, string Text, NotificationSeverity Severity, string Url, DateTime CreatedAt, bool IsRead);
