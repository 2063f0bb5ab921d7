using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class EngagementAppService(
    TenancyDbContext context, EngagementReader reader, EngagementNews news, ScopeRules scopes, EngagementKindCatalog kinds, ICurrentTenant tenant, ICurrentUser user,
    IPermissionChecker permissions, IFreshProof proof, IUnitOfWork unitOfWork, TimeProvider clock) : IEngagementAppService
{
    private const int MostFirms = 10;
    private const int ShortestSearch = 2;

    private Guid Client => tenant.Id ?? throw new InvalidOperationException("No company is current.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<EngagementDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Default, cancellationToken);
        var all = await context.Engagements.AsNoTracking().Where(e => e.ClientId == Client).OrderByDescending(e => e.Id).Take(200).ToListAsync(cancellationToken);
        return await reader.ToDtosAsync([.. all.OrderByDescending(e => e.IsOpen)], cancellationToken);
    }

    public async Task<EngagementDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Default, cancellationToken);
        return await reader.ToDtoAsync(await LoadAsync(id, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<FirmDto>> FindFirmsAsync(string? kind, string? search, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Manage, cancellationToken);
        if (kinds.Find(kind) is not { } found || search?.Count(char.IsLetterOrDigit) is null or < ShortestSearch)
            return [];
        var first = await context.Companies.Where(c => c.TenantType == found.FirmType && c.Id != Client && c.ClosedAt == null)
            .FindFirstAsync(search, MostFirms, cancellationToken);
        var firms = await context.Companies.Where(c => first.Contains(c.Id))
            .Select(c => new FirmDto(c.Id, c.Name, c.VatNumber, c.Town, c.Country, c.TrialEndsAt != null)).ToDictionaryAsync(f => f.Id, cancellationToken);
        return [.. first.Where(firms.ContainsKey).Select(id => firms[id])];
    }

    public async Task<EngagementDto> RequestAsync(RequestEngagementDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Manage, cancellationToken);
        var kind = kinds.Find(input.Kind) ?? throw new InputException(new FieldError(nameof(input.Kind), TenancyErrorCodes.EngagementKind, input.Kind));
        var granted = input.Scopes ?? kind.DefaultScopes;
        await scopes.CheckAsync(kind, granted, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        if (input.FirmId == Client || !await context.Companies.AnyAsync(c => c.Id == input.FirmId && c.TenantType == kind.FirmType && c.ClosedAt == null, cancellationToken))
            throw new InputException(new FieldError(nameof(input.FirmId), TenancyErrorCodes.EngagementFirm, input.FirmId.ToString()));
        if (await context.Engagements.AnyAsync(e => e.ClientId == Client && e.FirmId == input.FirmId && e.Kind == kind.Name && e.ClosedAt == null, cancellationToken))
            throw new BusinessException(TenancyErrorCodes.EngagementExists);
        var engagement = context.Engagements.Add(new Engagement(kind.Name, Client, input.FirmId, granted, user.Info.Name, Now)).Entity;
        await news.SaveAsync(engagement, "Requested", cancellationToken);
        await news.TellAsync(engagement, theFirm: true, "Asked", cancellationToken);
        await news.MailAsync(engagement, cancellationToken);
        return await reader.ToDtoAsync(engagement, cancellationToken);
    }

    public async Task<EngagementDto> SetScopesAsync(Guid id, ScopesDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Manage, cancellationToken);
        var engagement = await LoadAsync(id, cancellationToken);
        if (!engagement.IsOpen || kinds.Find(engagement.Kind) is not { } kind)
            throw new BusinessException(TenancyErrorCodes.EngagementClosed);
        var wanted = input.Scopes ?? [];
        await scopes.CheckAsync(kind, wanted, cancellationToken, before: engagement.ScopeNames);
        await proof.RequireAsync(cancellationToken);
        context.Entry(engagement).Property(e => e.ConcurrencyStamp).OriginalValue = input.ConcurrencyStamp;
        engagement.Grant(wanted);
        await news.SaveAsync(engagement, "Scopes", cancellationToken);
        return await reader.ToDtoAsync(engagement, cancellationToken);
    }

    public async Task EndAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Engagements.Manage, cancellationToken);
        var engagement = await LoadAsync(id, cancellationToken);
        if (!engagement.IsOpen)
            return;
        engagement.End(user.Info.Name, Now);
        await news.SaveAsync(engagement, "Ended", cancellationToken);
        await news.TellAsync(engagement, theFirm: true, "EndedByClient", cancellationToken);
    }

    private async Task<Engagement> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Engagements.SingleOrDefaultAsync(e => e.Id == id && e.ClientId == Client, cancellationToken) ?? throw new EntityNotFoundException();
}
