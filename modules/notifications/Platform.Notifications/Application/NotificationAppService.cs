using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notifications;

internal sealed class NotificationAppService(
    NotificationsDbContext context, IPermissionChecker permissions, ICurrentUser user, IPlatformTexts texts, TimeProvider clock) : INotificationAppService
{
    private const int LargestPage = 200;

    // Nobody but the reader: on top of the tenant filter, in every query.
    private IQueryable<Notification> Own => context.Notifications.Where(n => n.UserId == user.Id);

    private IQueryable<Notification> Unread => Own.Where(n => n.ReadAt == null);

    public async Task<PagedResult<NotificationListDto>> GetListAsync(GetNotificationsInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var pageSize = Math.Clamp(input.PageSize, 1, LargestPage);
        var found = input.UnreadOnly ? Unread : Own;
        if (input.Cursor is { Length: > 0 } cursor)
        {
            var last = ReadCursor(cursor);
            found = found.Where(n => n.Id < last);
        }

        var items = await found.AsNoTracking().OrderByDescending(n => n.Id).Take(pageSize + 1).ToListAsync(cancellationToken);
        var next = items.Count > pageSize ? items[pageSize - 1].Id.ToString("N", CultureInfo.InvariantCulture) : null;
        return new PagedResult<NotificationListDto>([.. items.Take(pageSize).Select(ToDto)], next);
    }

    public async Task<int> GetUnreadCountAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await Unread.CountAsync(cancellationToken);
    }

    public async Task<NotificationListDto> MarkReadAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        await MarkAsync(Unread.Where(n => n.Id == id), cancellationToken);
        return ToDto(await Own.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellationToken) ?? throw new EntityNotFoundException());
    }

    public async Task<int> MarkAllReadAsync(Guid? upTo = null, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await MarkAsync(upTo is { } newest ? Unread.Where(n => n.Id <= newest) : Unread, cancellationToken);
    }

    private static Guid ReadCursor(string cursor) =>
        Guid.TryParseExact(cursor, "N", out var id) ? id : throw new BusinessException(NotificationsErrorCodes.CursorInvalid).WithData("value", cursor);

    private Task CheckAsync(CancellationToken cancellationToken) => permissions.CheckAsync(NotificationsPermissions.Own, cancellationToken);

    private Task<int> MarkAsync(IQueryable<Notification> unread, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return unread.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
    }

    private NotificationListDto ToDto(Notification n) =>
        new(n.Id, texts.Get(n.TextKey, NotificationData.Read(n.Data)), n.Severity, n.Url, n.CreatedAt, n.ReadAt is not null);
}
