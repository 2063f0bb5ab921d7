using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class ConsentAppService(
    VaultDbContext db, IPermissionChecker permissions, ICurrentUser user, IUnitOfWork unitOfWork, IBackgroundJobManager jobs, TimeProvider clock) : IConsentAppService
{
    private const int LargestPage = 200;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<ConsentDto>> GetListAsync(GetConsentsInput input, CancellationToken cancellationToken = default)
    {
        var rights = await RightsAsync(cancellationToken);
        if (input.PageSize is < 1 or > LargestPage)
            throw new InputException(new FieldError("pageSize", VaultErrorCodes.PageSize, input.PageSize.ToString(CultureInfo.InvariantCulture)));
        var found = InState(Visible(rights, input.Everybody), input.State);
        found = input.Provider is { Length: > 0 } provider ? found.Where(c => c.Provider == provider) : found;
        if (input.Cursor is { Length: > 0 } cursor)
        {
            var last = Guid.TryParseExact(cursor, "N", out var id) ? id : throw new BusinessException(VaultErrorCodes.CursorInvalid);
            found = found.Where(c => c.Id < last);
        }

        var items = await found.OrderByDescending(c => c.Id).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        var next = items.Count > input.PageSize ? items[input.PageSize - 1].Id.ToString("N") : null;
        return new PagedResult<ConsentDto>([.. items.Take(input.PageSize).Select(c => ToDto(c, rights))], next);
    }

    public async Task<ConsentDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var rights = await RightsAsync(cancellationToken);
        return ToDto(await Visible(rights, everybody: true).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException(), rights);
    }

    public async Task<ConsentDto> RevokeAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var rights = await RightsAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == id && (rights.ViewsAll || c.UserId == user.Id), cancellationToken)
            ?? throw new EntityNotFoundException();
        if (consent.UserId != user.Id && !rights.RevokesAll)
            throw new PermissionDeniedException(VaultPermissions.Consents.RevokeAll);
        if (consent.RevokedAt is null)
        {
            consent.Revoke(user.Info.Name, Now);
            await db.SaveChangesAsync(cancellationToken);
            await jobs.EnqueueAsync(new ShredSecretArgs(consent.Id), cancellationToken: cancellationToken);
        }

        return ToDto(consent, rights);
    }

    private IQueryable<Consent> Visible(Rights rights, bool everybody) =>
        db.Consents.AsNoTracking().Where(c => c.UserId == user.Id || (everybody && rights.ViewsAll));

    private IQueryable<Consent> InState(IQueryable<Consent> consents, ConsentState? state)
    {
        var now = Now;
        return state switch
        {
            ConsentState.Active => consents.Where(c => c.RevokedAt == null && (c.ValidUntil == null || c.ValidUntil > now)),
            ConsentState.Expired => consents.Where(c => c.RevokedAt == null && c.ValidUntil <= now),
            ConsentState.Revoked => consents.Where(c => c.RevokedAt != null),
            _ => consents,
        };
    }

    private ConsentDto ToDto(Consent c, Rights rights)
    {
        var state = c.StateAt(Now);
        var isOwn = c.UserId == user.Id;
        return new ConsentDto(
            c.Id, c.UserId, c.UserName, c.Provider, c.Account, c.Label, c.Purpose, state, c.GrantedAt, c.ValidUntil, c.LastUsedAt, c.Uses,
            c.RevokedAt, c.RevokedByName, c.NeedsFreshFactor, isOwn, state != ConsentState.Revoked && (isOwn || rights.RevokesAll));
    }

    private async Task<Rights> RightsAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(VaultPermissions.Consents.Own, cancellationToken);
        return new Rights(
            await permissions.IsGrantedAsync(VaultPermissions.Consents.ViewAll, cancellationToken),
            await permissions.IsGrantedAsync(VaultPermissions.Consents.RevokeAll, cancellationToken));
    }

    private sealed record Rights(bool ViewsAll, bool RevokesAll);
}
