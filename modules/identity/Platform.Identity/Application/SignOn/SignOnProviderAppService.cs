using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SignOnProviderAppService(
    IdentityDbContext context, SignOnPlaces places, SignOnProviders providers, SignOnLinks links, SignOnSecrets secrets, SignOnMetadata discovery, SignOnHttp http,
    SignOnAddresses addresses, SignOnChanges changes, IFreshProof proof, IUnitOfWork unitOfWork) : ISignOnProviderAppService
{
    public async Task<SignOnPlaceDto> GetAsync(SettingPlace place, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: false, cancellationToken);
        var provider = await places.FindAsync(id, cancellationToken);
        IReadOnlyList<TenantInfo> opened = provider is null ? [] : await providers.CompaniesAsync(provider, cancellationToken);
        return new SignOnPlaceDto(
            provider is null ? null : ToDto(provider), addresses.Redirect(id), [.. opened.Select(c => c.Name)], [.. opened.Select(c => addresses.SignIn(c.Slug))], secrets.IsAvailable);
    }

    public async Task SetAsync(SettingPlace place, SignOnProviderInput input, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: true, cancellationToken);
        var opened = await places.OpenedByMeAsync(place, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        if (!secrets.IsAvailable)
            throw new BusinessException(IdentityErrorCodes.SecondFactorUnavailable);
        await unitOfWork.BeginAsync(cancellationToken);
        var provider = await places.FindAsync(id, cancellationToken);
        var domains = SignOnProviderChecks.Check(input, provider is null, http.IsSafe);
        await changes.ApplyAsync(provider ?? Add(place, id), input, domains, opened, cancellationToken);
    }

    public async Task RemoveAsync(SettingPlace place, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: true, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var provider = await places.GetAsync(id, cancellationToken);
        await changes.RemoveAsync(provider, cancellationToken);
    }

    public async Task<IReadOnlyList<SignOnFindingDto>> TestAsync(SettingPlace place, string? issuer, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: true, cancellationToken);
        var asked = string.IsNullOrWhiteSpace(issuer) ? (await places.GetAsync(id, cancellationToken)).Issuer : issuer.Trim();
        return SignOnProviderChecks.IsIssuer(asked, http.IsSafe) ? (await discovery.LoadAsync(asked, cancellationToken)).Findings : [new SignOnFindingDto("SignOn:Finding:Address", null)];
    }

    public async Task<IReadOnlyList<SignOnPersonDto>> GetPeopleAsync(SettingPlace place, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: false, cancellationToken);
        var rows = await context.SignOnProviders.Where(p => p.PlaceId == id).Join(context.SignOnLinks, p => p.Id, l => l.ProviderId, (_, link) => link)
            .Join(context.Users, l => l.UserId, u => u.Id, (link, user) => new { link, user }).OrderBy(x => x.user.Name).ThenBy(x => x.user.Id).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(x => new SignOnPersonDto(x.link.Id, x.user.Id, x.user.Name, x.user.Email!, x.link.CreatedAt, x.link.LastUsedAt));
    }

    public async Task UnlinkAsync(SettingPlace place, Guid linkId, CancellationToken cancellationToken = default)
    {
        var id = await places.CheckAsync(place, change: true, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var provider = await places.GetAsync(id, cancellationToken);
        var link = await context.SignOnLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.ProviderId == provider.Id, cancellationToken) ?? throw new EntityNotFoundException();
        await links.RemoveAsync(provider, link, cancellationToken);
    }

    private SignOnProvider Add(SettingPlace place, Guid placeId) =>
        context.SignOnProviders.Add(new SignOnProvider { Id = Guid.CreateVersion7(), Level = place.Level, PlaceId = placeId }).Entity;

    private static SignOnProviderDto ToDto(SignOnProvider provider) => new(
        provider.Id, provider.Name, provider.Issuer, provider.ClientId, provider.DomainList, provider.Policy, provider.Factor, provider.LetsInvitedIn, provider.ConcurrencyStamp);
}
