using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notary;

/// <summary>
/// Deeds of the current company. Its own people see all of them; the people of an engaged office those of the office, and only they
/// prepare them.
/// </summary>
internal sealed class DeedAppService(
    NotaryDbContext context, DeedNews news, ICurrentUser user, IPermissionChecker permissions, IUnitOfWork unitOfWork, TimeProvider clock) : IApplicationService
{
    private const int LargestPage = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    private TenantInfo? Office => user.Info.ActingFor?.Firm is { TenantType: NotaryTenantType.Name } firm ? firm : null;

    private IQueryable<Deed> Visible => user.Info.ActingFor?.Firm.Id is { } firm ? context.Deeds.Where(d => d.OfficeId == firm) : context.Deeds;

    /// <summary>A page of the list. Needs <see cref="NotaryPermissions.Deeds.Default"/>.</summary>
    /// <exception cref="BusinessException">Notary:CursorInvalid.</exception>
    public async Task<PagedResult<DeedDto>> GetListAsync(GetDeedsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(NotaryPermissions.Deeds.Default, cancellationToken);
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var deeds = Visible.AsNoTracking().Where(d => input.State == null || d.State == input.State);
        if (input.Cursor is { Length: > 0 } cursor)
        {
            var last = ReadCursor(cursor);
            deeds = deeds.Where(d => d.Id < last);
        }

        var items = await deeds.OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        return new PagedResult<DeedDto>([.. items.Take(size).Select(ToDto)], items.Count > size ? WriteCursor(items[size - 1].Id) : null);
    }

    /// <summary>One deed. Needs <see cref="NotaryPermissions.Deeds.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or of another office.</exception>
    public async Task<DeedDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(NotaryPermissions.Deeds.Default, cancellationToken);
        return ToDto(await LoadAsync(id, cancellationToken));
    }

    /// <summary>Whether the current person prepares deeds here.</summary>
    public async Task<bool> MayPrepareAsync(CancellationToken cancellationToken = default) =>
        Office is not null && await permissions.IsGrantedAsync(NotaryPermissions.Deeds.Prepare, cancellationToken);

    /// <summary>Opens a deed for the company. Needs <see cref="NotaryPermissions.Deeds.Prepare"/>, as do those below.</summary>
    /// <exception cref="InputException">Every refused field at once.</exception>
    /// <exception cref="BusinessException">Notary:OfficeOnly.</exception>
    public async Task<DeedDto> OpenAsync(OpenDeedDto input, CancellationToken cancellationToken = default)
    {
        var office = await RequireOfficeAsync(cancellationToken);
        var deed = Deed.Open(office, input, Now);
        await unitOfWork.BeginAsync(cancellationToken);
        if (await context.Deeds.AnyAsync(d => d.OfficeId == office.Id && d.Reference == deed.Reference, cancellationToken))
            throw new InputException(new FieldError(nameof(input.Reference), NotaryErrorCodes.ReferenceTaken, deed.Reference));
        context.Deeds.Add(deed);
        await news.TellAsync(deed, cancellationToken);
        return ToDto(deed);
    }

    /// <summary>Plans the day of signing.</summary>
    /// <exception cref="InputException">Day: Notary:Required, Notary:DayPast.</exception>
    /// <exception cref="BusinessException">Notary:DeedState.</exception>
    public Task<DeedDto> SetAppointmentAsync(Guid id, AppointmentDto input, CancellationToken cancellationToken = default) =>
        TakeOnAsync(id, d => d.SetAppointment(input.Day, Today), cancellationToken);

    /// <summary>Notes that the deed was signed today.</summary>
    /// <exception cref="BusinessException">Notary:DeedState: no appointment was set, or it is signed already.</exception>
    public Task<DeedDto> SignAsync(Guid id, CancellationToken cancellationToken = default) => TakeOnAsync(id, d => d.Sign(Today), cancellationToken);

    /// <summary>Notes that nothing remains to be done.</summary>
    /// <exception cref="BusinessException">Notary:DeedState: it is not signed, or closed already.</exception>
    public Task<DeedDto> CloseAsync(Guid id, CancellationToken cancellationToken = default) => TakeOnAsync(id, d => d.Close(Now), cancellationToken);

    internal static string WriteCursor(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static Guid ReadCursor(string cursor) => Guid.TryParseExact(cursor, "N", out var id)
        ? id
        : throw new BusinessException(NotaryErrorCodes.CursorInvalid).WithData("value", cursor.Length > 100 ? cursor[..100] : cursor);

    private async Task<DeedDto> TakeOnAsync(Guid id, Action<Deed> act, CancellationToken cancellationToken)
    {
        await RequireOfficeAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var deed = await LoadAsync(id, cancellationToken);
        act(deed);
        await news.TellAsync(deed, cancellationToken);
        return ToDto(deed);
    }

    private async Task<TenantInfo> RequireOfficeAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(NotaryPermissions.Deeds.Prepare, cancellationToken);
        return Office ?? throw new BusinessException(NotaryErrorCodes.OfficeOnly);
    }

    private async Task<Deed> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await Visible.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private static DeedDto ToDto(Deed d) => new(d.Id, d.Reference, d.Kind, d.Subject, d.State, d.Office, d.SigningDay, d.OpenedAt, d.ClosedAt);
}
