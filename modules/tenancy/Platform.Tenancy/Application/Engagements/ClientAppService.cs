using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class ClientAppService(
    TenancyDbContext context, EngagementReader reader, EngagementNews news, EngagementAccess access, EngagementKindCatalog kinds, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user,
    IPermissionChecker permissions, IUnitOfWork unitOfWork, TimeProvider clock) : IClientAppService
{
    private const int LargestPage = 100;

    private Guid Firm => tenant.Id ?? throw new InvalidOperationException("No company is current.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<EngagementDto>> GetListAsync(ClientListInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Clients.Default, cancellationToken);
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var rows = await Select(input).OrderBy(x => x.Client.Name).ThenBy(x => x.Engagement.Id).Take(size + 1).ToListAsync(cancellationToken);
        var next = rows.Count > size ? NameCursor.Write(rows[size - 1].Client.Name, rows[size - 1].Engagement.Id) : null;
        return new PagedResult<EngagementDto>(await reader.ToDtosAsync([.. rows.Take(size).Select(r => r.Engagement)], cancellationToken), next);
    }

    public Task<EngagementDto> AcceptAsync(Guid id, CancellationToken cancellationToken = default) => DecideAsync(id, async engagement =>
    {
        engagement.Accept(user.Info.Name, Now);
        if (kinds.Find(engagement.Kind)?.OnlyOne == true)
            await EndFormerAsync(engagement, cancellationToken);
        return "Accepted";
    }, cancellationToken);

    public Task<EngagementDto> RefuseAsync(Guid id, CancellationToken cancellationToken = default) => DecideAsync(id, engagement =>
    {
        engagement.Refuse(user.Info.Name, Now);
        return Task.FromResult("Refused");
    }, cancellationToken);

    public async Task EndAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Clients.Decide, cancellationToken);
        var engagement = await LoadAsync(id, cancellationToken);
        if (!engagement.IsOpen)
            return;
        engagement.End(user.Info.Name, Now);
        await news.SaveAsync(engagement, "Ended", cancellationToken);
        await news.TellAsync(engagement, theFirm: false, "EndedByFirm", cancellationToken);
    }

    public async Task<IReadOnlyList<Engaged>> GetOpenAsync(string permission, CancellationToken cancellationToken = default) =>
        user.Id is { } person
            ? [.. (await access.GetAllAsync(person, cancellationToken)).Where(e => e.Firm.Id == Firm && e.Scopes.Contains(permission) && user.Info.Opens(e.ClientId))]
            : [];

    private async Task<EngagementDto> DecideAsync(Guid id, Func<Engagement, Task<string>> decide, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(TenancyPermissions.Clients.Decide, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var engagement = await LoadAsync(id, cancellationToken);
        var act = await decide(engagement);
        await news.SaveAsync(engagement, act, cancellationToken);
        await news.TellAsync(engagement, theFirm: false, act, cancellationToken);
        return await reader.ToDtoAsync(engagement, cancellationToken);
    }

    private async Task EndFormerAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        // Firms that accept at the same moment wait for each other at the client's row: the later one finds the earlier.
        await tenants.RaiseRightsVersionAsync(engagement.ClientId, cancellationToken);
        var former = await context.Engagements
            .Where(e => e.ClientId == engagement.ClientId && e.Kind == engagement.Kind && e.Id != engagement.Id && e.State == EngagementState.Accepted).ToListAsync(cancellationToken);
        foreach (var other in former)
        {
            other.End(engagement.RequestedBy, Now);
            await news.SaveAsync(other, "Ended", cancellationToken);
            await news.TellAsync(other, theFirm: true, "EndedByClient", cancellationToken);
        }
    }

    private IQueryable<ClientRow> Select(ClientListInput input)
    {
        var companies = context.Companies.AsNoTracking().Matching(input.Search);
        var engagements = context.Engagements.AsNoTracking().Where(e => e.FirmId == Firm
            && (input.State == null ? e.ClosedAt == null : e.State == input.State) && (input.Kind == null || e.Kind == input.Kind));
        var rows = engagements.Join(companies, e => e.ClientId, c => c.Id, (e, c) => new ClientRow { Engagement = e, Client = c });
        if (input.Cursor is not { Length: > 0 } cursor)
            return rows;
        var (name, id) = NameCursor.Read(cursor);
        return rows.Where(x => string.Compare(x.Client.Name, name) > 0 || (x.Client.Name == name && x.Engagement.Id > id));
    }

    private async Task<Engagement> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Engagements.SingleOrDefaultAsync(e => e.Id == id && e.FirmId == Firm, cancellationToken) ?? throw new EntityNotFoundException();

    private sealed class ClientRow
    {
        public required Engagement Engagement { get; init; }

        public required Company Client { get; init; }
    }
}
