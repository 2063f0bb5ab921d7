using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SessionAppService(IdentityDbContext context, SessionEnding ending, IAddressCountries countries, IFreshProof proof, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : ISessionAppService
{
    public async Task<IReadOnlyList<SessionDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await context.Sessions.AsNoTracking().Where(s => s.UserId == userId && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellationToken);
        return [.. rows.Where(s => s.EffectiveEnd > now).Select(ToDto)];
    }

    public async Task SignOutAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        await proof.RequireAsync(cancellationToken);
        await ending.EndOneAsync(userId, id, cancellationToken);
        audit.Add("Identity.Session.Ended", nameof(UserSession), id.ToString());
    }

    public async Task<int> SignOutOthersAsync(CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        await proof.RequireAsync(cancellationToken);
        var ended = await ending.EndOthersAsync(userId, cancellationToken);
        audit.Add("Identity.Session.OthersEnded", nameof(User), userId.ToString());
        return ended;
    }

    private SessionDto ToDto(UserSession session) => new(
        session.Id, session.Device, session.ClientAddress, session.CreatedAt, session.LastSeenAt, session.ExpiresAt, session.IsPersistent,
        session.Id == currentUser.Info.SessionId, countries.Find(session.ClientAddress));
}
