using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SessionWriter(IdentityDbContext context, StrictestSettings settings, Obligations obligations, SignOnRules rules, KnownDevices devices, KnownCountries countries, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    public async Task<NewSession> CreateAsync(Guid userId, bool rememberMe, bool byFactor, string? deviceKey, SignOnEntry? signOn, CancellationToken cancellationToken)
    {
        if (signOn is not null && !await context.SignOnLinks.AnyAsync(l => l.Id == signOn.LinkId && l.UserId == userId, cancellationToken))
            throw new BusinessException(IdentityErrorCodes.SignInExpired);
        var now = clock.GetUtcNow().UtcDateTime;
        var days = rememberMe ? await NumberAsync(IdentitySettings.SessionRememberDays, userId, cancellationToken) : 0;
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancellationToken);
        var demands = signOn is null ? await rules.OfAsync(userId, cancellationToken) : SignOnDemands.None;
        var (owes, factorDueAt) = signOn is null ? await obligations.OfAsync(user, demands.Kept.Count > 0, cancellationToken) : await obligations.AfterSignOnAsync(user, signOn.AsksFactor, cancellationToken);
        var deviceHash = deviceKey is null ? null : KnownDevice.HashOf(userId, deviceKey);
        // By a provider's word alone the person has proven nothing of their own.
        var isProven = signOn is null || byFactor;
        if (deviceHash is not null)
            await devices.SeeAsync(user, deviceHash, isProven, cancellationToken);
        await countries.SeeAsync(user, cancellationToken);
        var session = new UserSession
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            CreatedAt = now,
            LastSeenAt = now,
            IsPersistent = days > 0,
            ExpiresAt = days > 0 ? now.AddDays(days) : now.AddMinutes(await NumberAsync(IdentitySettings.SessionAbsoluteMinutes, userId, cancellationToken)),
            IdleMinutes = days > 0 ? 0 : await NumberAsync(IdentitySettings.SessionIdleMinutes, userId, cancellationToken),
            ProvenAt = isProven ? now : null,
            FactorAt = byFactor ? now : null,
            Owes = owes,
            FactorDueAt = factorDueAt,
            SignOnLinkId = signOn?.LinkId,
            IsLimited = demands.Closed.Count > 0 ? true : null,
            DeviceHash = deviceHash,
            ClientAddress = currentUser.Info.ClientAddress ?? "",
            Device = currentUser.Info.Device ?? "",
        };
        var key = Secrets.NewKey();
        session.KeyHash = Secrets.Hash(key);
        context.Sessions.Add(session);
        return new NewSession(key, session.ExpiresAt, session.IsPersistent);
    }

    public async Task<NewSession?> RenewAsync(string keyHash, CancellationToken cancellationToken)
    {
        var session = await context.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.KeyHash == keyHash, cancellationToken);
        var key = Secrets.NewKey();
        var renewed = await context.Sessions.Where(s => s.KeyHash == keyHash).ExecuteUpdateAsync(s => s.SetProperty(x => x.KeyHash, Secrets.Hash(key)), cancellationToken);
        return session is null || renewed == 0 ? null : new NewSession(key, session.ExpiresAt, session.IsPersistent);
    }

    public Task<int> TouchAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.Sessions.Where(s => s.Id == id && s.LastSeenAt < now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken);
    }

    public Task<int> ProveAsync(Guid id, bool byFactor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.ProvenAt, now).SetProperty(x => x.FactorAt, x => byFactor ? now : x.FactorAt), cancellationToken);
    }

    /// <summary>The person did what was owed, in whatever session.</summary>
    public async Task FulfilAsync(Guid userId, Obligation obligation, CancellationToken cancellationToken)
    {
        foreach (var session in await context.Sessions.Where(s => s.UserId == userId).ToListAsync(cancellationToken))
        {
            session.Owes &= ~obligation;
            session.FactorDueAt = obligation.HasFlag(Obligation.SecondFactor) ? null : session.FactorDueAt;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<int> RemoveAsync(string keyHash, CancellationToken cancellationToken)
    {
        var removed = await context.Sessions.Where(s => s.KeyHash == keyHash).ExecuteDeleteAsync(cancellationToken);
        if (removed > 0)
        {
            audit.Add("Identity.SignOut", nameof(User), currentUser.Id?.ToString());
        }

        return removed;
    }

    private async Task<int> NumberAsync(string name, Guid userId, CancellationToken cancellationToken) =>
        (int)(await settings.GetAsync(name, userId, cancellationToken)).AsInt64();
}
