using Microsoft.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Notifications;

internal sealed class NotificationPublisher(
    NotificationsDbContext context, IPermissionHolders holders, ICurrentUser user, TimeProvider clock) : INotificationPublisher
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    public Task PublishToUserAsync(Guid userId, NotificationDto notification, CancellationToken cancellationToken = default) =>
        PublishAsync([userId], notification, cancellationToken);

    public async Task PublishToHoldersAsync(
        string permission, NotificationDto notification, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default)
    {
        var userIds = await holders.GetUserIdsWithPermissionAsync(permission, cancellationToken);
        await PublishAsync([.. userIds.Where(id => id != user.Id && except?.Contains(id) != true)], notification, cancellationToken);
    }

    public Task WithdrawAsync(string key, CancellationToken cancellationToken = default) =>
        context.Notifications.Where(n => n.Key == key && n.ReadAt == null).ExecuteDeleteAsync(cancellationToken);

    private async Task PublishAsync(IReadOnlyList<Guid> userIds, NotificationDto content, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = userIds.Select(id => Notification.Create(id, content, now)).ToList();
        await RemoveSupersededAsync(userIds, content.Key, now.UtcDateTime - KeptFor, cancellationToken);
        context.Notifications.AddRange(added);
        // Saved at once: the next one with this key, and a withdrawal, look for it in the database.
        await context.SaveChangesAsync(cancellationToken);
    }

    private Task<int> RemoveSupersededAsync(IReadOnlyList<Guid> userIds, string? key, DateTime oldest, CancellationToken cancellationToken) =>
        context.Notifications
            .Where(n => userIds.Contains(n.UserId) && (n.CreatedAt < oldest || (key != null && n.Key == key && n.ReadAt == null)))
            .ExecuteDeleteAsync(cancellationToken);
}
