using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// What a session opens. One begun by a provider opens the companies of that provider: whoever runs it could say to be anybody who has
/// linked, and must not get further than where that is agreed to.
/// </summary>
internal sealed class SessionLimits(IdentityDbContext context, SignOnProviders providers, SignOnRules rules, StrictestSettings settings, TimeProvider clock) : IScopedDependency
{
    public async Task<SessionLimit?> OfAsync(UserSession session, CancellationToken cancellationToken)
    {
        if (session.SignOnLinkId is { } link)
            return new SessionLimit(await CompaniesAsync(link, cancellationToken), await IsProvenAsync(session, cancellationToken));
        if (session.IsLimited != true)
            return null;
        var demands = await rules.OfAsync(session.UserId, cancellationToken);
        return demands.Closed.Count == 0 ? null : new SessionLimit(demands.Openable, OpensAccount: true);
    }

    private async Task<IReadOnlySet<Guid>> CompaniesAsync(Guid linkId, CancellationToken cancellationToken)
    {
        var provider = await context.SignOnLinks.Where(l => l.Id == linkId).Join(context.SignOnProviders, l => l.ProviderId, p => p.Id, (_, p) => p).AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return provider is null ? new HashSet<Guid>() : (await providers.CompaniesAsync(provider, cancellationToken)).Select(c => c.Id).ToHashSet();
    }

    private async Task<bool> IsProvenAsync(UserSession session, CancellationToken cancellationToken) =>
        session.ProvenAt is { } proven
        && clock.GetUtcNow().UtcDateTime < proven.AddMinutes((await settings.GetAsync(IdentitySettings.FreshProofMinutes, session.UserId, cancellationToken)).AsInt64());
}
