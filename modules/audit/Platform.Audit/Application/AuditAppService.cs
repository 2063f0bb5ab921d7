using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Audit;

internal sealed class AuditAppService(AuditDbContext context, IPermissionChecker permissions, ICurrentTenant tenant) : IAuditAppService
{
    private const int LargestPage = 200;

    public async Task<PagedResult<AuditEntryDto>> GetListAsync(
        AuditFilterDto filter, string? cursor = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        await CheckAsync(filter.Installation, cancellationToken);
        if (pageSize is < 1 or > LargestPage)
            throw new BusinessException(AuditErrorCodes.PageSizeInvalid).WithData("value", pageSize);
        using var trail = Open(filter.Installation);
        var matching = AuditQuery.Apply(context.Entries.AsNoTracking(), filter);
        if (cursor is { Length: > 0 })
        {
            var last = AuditCursor.Read(cursor);
            matching = matching.Where(e => e.Id < last);
        }

        var items = await matching.OrderByDescending(e => e.Id)
            .Select(e => new AuditEntryDto(e.Id, e.Time, e.UserId, e.UserName, e.UserEmail, e.Action, e.EntityType, e.EntityId, e.ClientAddress, e.FirmName))
            .Take(pageSize + 1)
            .ToListAsync(cancellationToken);
        return new PagedResult<AuditEntryDto>([.. items.Take(pageSize)], items.Count > pageSize ? AuditCursor.Write(items[pageSize - 1].Id) : null);
    }

    public async Task<AuditEntryDetailDto> GetAsync(Guid id, bool installation = false, CancellationToken cancellationToken = default)
    {
        await CheckAsync(installation, cancellationToken);
        using var trail = Open(installation);
        var entry = await context.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        return new AuditEntryDetailDto(
            entry.Id, entry.Time, entry.UserId, entry.UserName, entry.UserEmail, entry.Action, entry.EntityType, entry.EntityId,
            entry.ClientAddress, entry.Device, entry.SessionId, entry.CorrelationId, AuditChanges.Read(entry.Changes), entry.FirmName);
    }

    private Task CheckAsync(bool installation, CancellationToken cancellationToken) =>
        permissions.CheckAsync(installation ? AuditPermissions.Installation : AuditPermissions.Trail, cancellationToken);

    // The right is asked in the company; what no company owns is read in the host's context.
    private IDisposable? Open(bool installation) => installation ? tenant.Change(null) : null;
}
