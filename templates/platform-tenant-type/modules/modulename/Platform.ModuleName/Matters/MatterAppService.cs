using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>
/// Matters of the current company. Its own people see all of them; the people of an engaged firm those of the firm, and only they
/// open and close them.
/// </summary>
internal sealed class MatterAppService(ModuleNameDbContext context, ICurrentUser user, IPermissionChecker permissions, IUnitOfWork unitOfWork, TimeProvider clock)
    : IApplicationService
{
    private const int LargestPage = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private TenantInfo? Firm => user.Info.ActingFor?.Firm is { TenantType: ModuleNameTenantType.Name } firm ? firm : null;

    private IQueryable<Matter> Visible => user.Info.ActingFor?.Firm.Id is { } firm ? context.Matters.Where(m => m.FirmId == firm) : context.Matters;

    /// <summary>A page of the list. Needs <see cref="ModuleNamePermissions.Matters.Default"/>.</summary>
    /// <exception cref="BusinessException">ModuleName:CursorInvalid.</exception>
    public async Task<PagedResult<MatterDto>> GetListAsync(GetMattersInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Matters.Default, cancellationToken);
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var matters = Visible.AsNoTracking();
        if (input.Cursor is { Length: > 0 } cursor)
        {
            var last = ReadCursor(cursor);
            matters = matters.Where(m => m.Id < last);
        }

        var items = await matters.OrderByDescending(m => m.Id).Take(size + 1).ToListAsync(cancellationToken);
        return new PagedResult<MatterDto>([.. items.Take(size).Select(ToDto)], items.Count > size ? WriteCursor(items[size - 1].Id) : null);
    }

    /// <summary>One matter. Needs <see cref="ModuleNamePermissions.Matters.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or of another firm.</exception>
    public async Task<MatterDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Matters.Default, cancellationToken);
        return ToDto(await LoadAsync(id, cancellationToken));
    }

    /// <summary>Whether the current person works on matters here.</summary>
    public async Task<bool> MayEditAsync(CancellationToken cancellationToken = default) =>
        Firm is not null && await permissions.IsGrantedAsync(ModuleNamePermissions.Matters.Edit, cancellationToken);

    /// <summary>Opens a matter for the company. Needs <see cref="ModuleNamePermissions.Matters.Edit"/>.</summary>
    /// <exception cref="InputException">Subject: ModuleName:SubjectRequired, ModuleName:SubjectTooLong.</exception>
    /// <exception cref="BusinessException">ModuleName:FirmOnly.</exception>
    public async Task<MatterDto> OpenAsync(OpenMatterDto input, CancellationToken cancellationToken = default)
    {
        var firm = await RequireFirmAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        return ToDto(context.Matters.Add(Matter.Open(firm, input.Subject, Now)).Entity);
    }

    /// <summary>Closes a matter. Needs <see cref="ModuleNamePermissions.Matters.Edit"/>.</summary>
    /// <exception cref="BusinessException">ModuleName:FirmOnly, ModuleName:MatterClosed.</exception>
    public async Task<MatterDto> CloseAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await RequireFirmAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var matter = await LoadAsync(id, cancellationToken);
        matter.Close(Now);
        return ToDto(matter);
    }

    internal static string WriteCursor(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static Guid ReadCursor(string cursor) => Guid.TryParseExact(cursor, "N", out var id)
        ? id
        : throw new BusinessException(ModuleNameErrorCodes.CursorInvalid).WithData("value", cursor.Length > 100 ? cursor[..100] : cursor);

    private async Task<TenantInfo> RequireFirmAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Matters.Edit, cancellationToken);
        return Firm ?? throw new BusinessException(ModuleNameErrorCodes.FirmOnly);
    }

    private async Task<Matter> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private static MatterDto ToDto(Matter m) => new(m.Id, m.Subject, m.Firm, m.OpenedAt, m.ClosedAt);
}
