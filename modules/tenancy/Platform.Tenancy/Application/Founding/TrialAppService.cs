using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class TrialAppService(
    TenancyDbContext context, ICurrentTenant tenant, IPermissionChecker permissions, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : ITrialAppService
{
    private const int MostDays = 90;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<TrialDto>> GetListAsync(string? cursor = null, int pageSize = 25, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Trials, cancellationToken);
        var size = Math.Clamp(pageSize, 1, 100);
        var rows = OnTrial;
        if (cursor is { Length: > 0 })
        {
            var (end, id) = TrialCursor.Read(cursor);
            rows = rows.Where(c => c.TrialEndsAt > end || (c.TrialEndsAt == end && c.Id > id));
        }

        var found = await rows.OrderBy(c => c.TrialEndsAt).ThenBy(c => c.Id).Take(size + 1)
            .Select(c => new TrialDto(
                c.Id, c.Slug, c.Name, c.VatNumber, c.Town, c.Country, c.TenantType, c.ContactEmail, c.FoundedAt!.Value, c.TrialEndsAt!.Value,
                c.VatNumber != "" && context.Companies.Any(o => o.Id != c.Id && o.VatNumber == c.VatNumber && o.ClosedAt == null)))
            .ToListAsync(cancellationToken);
        return found.Count > size ? new PagedResult<TrialDto>(found[..size], TrialCursor.Write(found[size - 1])) : new PagedResult<TrialDto>(found, null);
    }

    public Task ConfirmAsync(Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, "Confirmed", c => c.Confirm(), cancellationToken);

    public async Task ExtendAsync(Guid id, int days, CancellationToken cancellationToken = default)
    {
        if (days is < 1 or > MostDays)
            throw new InputException(new FieldError("Days", TenancyErrorCodes.TrialDays, $"{days}"));
        await ChangeAsync(id, "TrialExtended", c => c.Extend(Now, TimeSpan.FromDays(days)), cancellationToken);
    }

    private IQueryable<Company> OnTrial => context.Companies.Where(c => c.TrialEndsAt != null && c.ClosedAt == null);

    // In that company's trail: its people see what was decided on it.
    private async Task ChangeAsync(Guid id, string act, Action<Company> change, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(TenancyPermissions.Trials, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var company = await OnTrial.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        var before = company.TrialEndsAt;
        using var current = tenant.Change(id);
        change(company);
        audit.Add($"Tenancy.Company.{act}", nameof(Company), id.ToString(), new AuditChange("TrialEndsAt", $"{before:O}", $"{company.TrialEndsAt:O}"));
        await context.SaveChangesAsync(cancellationToken);
    }
}
