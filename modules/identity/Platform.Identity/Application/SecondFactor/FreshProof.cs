using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Identity;

/// <summary>How long ago the person of this session proved to be there.</summary>
internal sealed class FreshProof(IdentityDbContext context, StrictestSettings settings, ICurrentUser currentUser, TimeProvider clock)
    : IFreshProof, IFreshFactor, IScopedDependency
{
    public async Task RequireAsync(CancellationToken cancellationToken = default)
    {
        if (await SessionAsync(cancellationToken) is { } session && !await IsWithinAsync(session.ProvenAt, cancellationToken))
            throw new FreshProofRequiredException();
    }

    public async Task<bool> IsFreshAsync(CancellationToken cancellationToken = default) =>
        await SessionAsync(cancellationToken) is { FactorAt: { } proven } && await IsWithinAsync(proven, cancellationToken);

    private async Task<UserSession?> SessionAsync(CancellationToken cancellationToken) => currentUser.Info.SessionId is { } id
        ? await context.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UserId == currentUser.Id, cancellationToken)
        : null;

    private async Task<bool> IsWithinAsync(DateTime? proven, CancellationToken cancellationToken)
    {
        var minutes = (await settings.GetAsync(IdentitySettings.FreshProofMinutes, currentUser.Id, cancellationToken)).AsInt64();
        return clock.GetUtcNow().UtcDateTime < proven?.AddMinutes(minutes);
    }
}
