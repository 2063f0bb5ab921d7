using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Audit;

internal sealed class AuditAppService(AuditDbContext context, IPermissionChecker permissions) : IAuditAppService
{
    private const int LargestPage = 200;

    public async Task<PagedResult<AuditEntryDto>> GetListAsync(
        AuditFilterDto filter, string? cursor = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AuditPermissions.Trail, cancellationToken);
        if (pageSize is < 1 or > LargestPage)
            throw new BusinessException(AuditErrorCodes.PageSizeInvalid).WithData("value", pageSize);
        var matching = AuditQuery.Apply(context.Entries.AsNoTracking(), filter);
        if (cursor is { Length: > 0 })
        {
            var last = AuditCursor.Read(cursor);
            matching = matching.Where(e => e.Id < last);
        }

        var items = await matching.OrderByDescending(e => e.Id)
            .Select(e => new AuditEntryDto(e.Id, e.Time, e.UserId, e.UserName, e.UserEmail, e.Action, e.EntityType, e.EntityId, e.ClientAddress))
            .Take(pageSize + 1)
            .ToListAsync(cancellationToken);
        return new PagedResult<AuditEntryDto>([.. items.Take(pageSize)], items.Count > pageSize ? AuditCursor.Write(items[pageSize - 1].Id) : null);
    }

    public async Task<AuditEntryDetailDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AuditPermissions.Trail, cancellationToken);
        var entry = await context.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        return new AuditEntryDetailDto(
            entry.Id, entry.Time, entry.UserId, entry.UserName, entry.UserEmail, entry.Action, entry.EntityType, entry.EntityId,
            entry.ClientAddress, entry.Device, entry.SessionId, entry.CorrelationId, AuditChanges.Read(entry.Changes));
    }
}
