using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SessionStore(IdentityDbContext context, SessionLimits limits, OwnTransaction own, TimeProvider clock) : ISessionStore
{
    public Task<NewSession> CreateAsync(
        Guid userId, bool rememberMe, bool bySecondFactor = false, string? deviceKey = null, SignOnEntry? signOn = null, CancellationToken cancellationToken = default) =>
        own.RunAsync<SessionWriter, NewSession>(w => w.CreateAsync(userId, rememberMe, bySecondFactor, deviceKey, signOn, cancellationToken), cancellationToken);

    public async Task<Session?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        var hash = Secrets.Hash(key);
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await context.Sessions.AsNoTracking()
            .Where(s => s.KeyHash == hash)
            .Join(context.Users.Where(u => u.IsActive), s => s.UserId, u => u.Id, (session, user) => new { session, user })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.session.EffectiveEnd <= now)
        {
            return null;
        }

        if (now - found.session.LastSeenAt >= UserSession.LastSeenPrecision)
        {
            await own.RunAsync<SessionWriter, int>(w => w.TouchAsync(found.session.Id, cancellationToken), cancellationToken);
            found.session.LastSeenAt = now;
        }

        var row = found.session;
        var limit = await limits.OfAsync(row, cancellationToken);
        return new Session(row.Id, found.user.ToPerson(), row.CreatedAt, row.EffectiveEnd, row.IsPersistent, row.Owes ?? Obligation.None, row.FactorDueAt, limit,
            found.user.LegacyCompanyId is not null, found.user.LegacyClosesAt);
    }

    public Task<NewSession?> RenewAsync(string key, CancellationToken cancellationToken = default) =>
        own.RunAsync<SessionWriter, NewSession?>(w => w.RenewAsync(Secrets.Hash(key), cancellationToken), cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) =>
        own.RunAsync<SessionWriter, int>(w => w.RemoveAsync(Secrets.Hash(key), cancellationToken), cancellationToken);
}
