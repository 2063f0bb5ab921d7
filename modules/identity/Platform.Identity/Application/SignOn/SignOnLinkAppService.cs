using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SignOnLinkAppService(
    IdentityDbContext context, SignOnProviders providers, SignOnLinks links, SignOnStates states, OwnSession session, IFreshProof proof, IUnitOfWork unitOfWork, ITenantStore tenants,
    ICurrentUser currentUser) : ISignOnLinkAppService
{
    public async Task<IReadOnlyList<SignOnLinkDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var id = await session.RequireAsync(cancellationToken);
        var own = await context.SignOnLinks.AsNoTracking().Where(l => l.UserId == id).ToListAsync(cancellationToken);
        var found = await OfferedAsync(id, cancellationToken);
        foreach (var link in own.Where(l => !found.ContainsKey(l.ProviderId)))
            found[link.ProviderId] = (await context.SignOnProviders.AsNoTracking().SingleAsync(p => p.Id == link.ProviderId, cancellationToken), []);
        return
        [
            .. found.Values.Select(f => ToDto(f.Provider, f.Companies, own.Find(l => l.ProviderId == f.Provider.Id)))
                .OrderBy(l => l.Provider, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    public async Task<PendingLinkDto?> FindPendingAsync(string? pending, CancellationToken cancellationToken = default) =>
        states.OpenPending(pending) is { } found && await context.SignOnProviders.AsNoTracking().SingleOrDefaultAsync(p => p.Id == found.ProviderId, cancellationToken) is { } provider
            ? new PendingLinkDto(provider.Name, found.Name)
            : null;

    public async Task LinkPendingAsync(string? pending, CancellationToken cancellationToken = default)
    {
        var id = await session.RequireAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var found = states.OpenPending(pending) ?? throw new BusinessException(IdentityErrorCodes.SignOnExpired);
        await unitOfWork.BeginAsync(cancellationToken);
        var provider = await providers.GetAsync(found.ProviderId, cancellationToken);
        if (provider.Issuer != found.Issuer)
            throw new BusinessException(IdentityErrorCodes.SignOnExpired);
        var user = await context.Users.SingleAsync(u => u.Id == id, cancellationToken);
        await links.AddAsync(provider, new ProviderAccount(found.Issuer, found.Subject, found.Name, HasProvenFactors: false), user, cancellationToken);
    }

    public async Task UnlinkAsync(Guid linkId, CancellationToken cancellationToken = default)
    {
        var id = await session.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var link = await context.SignOnLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.UserId == id, cancellationToken) ?? throw new EntityNotFoundException();
        await links.RemoveAsync(await context.SignOnProviders.AsNoTracking().SingleAsync(p => p.Id == link.ProviderId, cancellationToken), link, cancellationToken);
    }

    private async Task<Dictionary<Guid, (SignOnProvider Provider, List<string> Companies)>> OfferedAsync(Guid userId, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, (SignOnProvider Provider, List<string> Companies)>();
        // Companies that open by their provider only are those to be linked.
        using var unlimited = currentUser.Change(currentUser.Info with { Companies = null });
        foreach (var company in await tenants.GetListForUserAsync(userId, cancellationToken))
        {
            if (await providers.FindAsync(company, cancellationToken) is not { } provider)
                continue;
            found.TryAdd(provider.Id, (provider, []));
            found[provider.Id].Companies.Add(company.Name);
        }

        return found;
    }

    private static SignOnLinkDto ToDto(SignOnProvider provider, IReadOnlyList<string> companies, SignOnLink? link) =>
        new(provider.Id, provider.Name, companies, link?.Id, link?.CreatedAt, link?.LastUsedAt);
}
