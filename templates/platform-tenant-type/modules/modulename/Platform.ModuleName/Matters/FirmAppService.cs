using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.ModuleName;

/// <summary>
/// Matters that the current company, a firm, prepares: over all clients whose companies the person may enter now. They are read
/// in each client's company, for the firm; a firm has few clients with matters at a time, so there is no table of its own to keep in step.
/// </summary>
internal sealed class FirmAppService(
    MatterAppService matters, IClientAppService clients, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions,
    IEnumerable<ITenantGate> gates) : IApplicationService
{
    private const int LargestPage = 100;

    /// <summary>A page of the list, the newest first. Needs <see cref="ModuleNamePermissions.Firm"/>.</summary>
    /// <exception cref="EntityNotFoundException">The company is no such firm.</exception>
    /// <exception cref="BusinessException">ModuleName:CursorInvalid.</exception>
    public async Task<PagedResult<FirmMatterDto>> GetListAsync(GetMattersInput input, CancellationToken cancellationToken = default)
    {
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var found = new List<FirmMatterDto>();
        var more = false;
        foreach (var client in await OpenAsync(ModuleNamePermissions.Matters.Default, cancellationToken))
        {
            var page = await ReadAsync(client, input with { PageSize = size }, cancellationToken);
            found.AddRange(page.Items.Select(m => new FirmMatterDto(m, client.Company.Slug, client.Company.Name)));
            more |= page.NextCursor is not null;
        }

        FirmMatterDto[] items = [.. found.OrderByDescending(m => m.Matter.Id).Take(size)];
        return new PagedResult<FirmMatterDto>(items, more || found.Count > size ? MatterAppService.WriteCursor(items[^1].Matter.Id) : null);
    }

    /// <summary>Clients for whom the person may open matters, by name. Needs <see cref="ModuleNamePermissions.Firm"/>.</summary>
    public async Task<IReadOnlyList<TenantInfo>> GetClientsAsync(CancellationToken cancellationToken = default) =>
        [.. (await OpenAsync(ModuleNamePermissions.Matters.Edit, cancellationToken)).Select(c => c.Company).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)];

    private async Task<PagedResult<MatterDto>> ReadAsync(Client client, GetMattersInput input, CancellationToken cancellationToken)
    {
        using var inClient = tenant.Change(client.Company);
        using var forFirm = user.Change(user.Info with { ActingFor = client.Engaged });
        // A client that is closed to the person's address shows nothing here either.
        if (await gates.FindRefusalAsync(cancellationToken) is not null)
            return new PagedResult<MatterDto>([], null);
        return await matters.GetListAsync(input, cancellationToken);
    }

    private async Task<IReadOnlyList<Client>> OpenAsync(string permission, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(ModuleNamePermissions.Firm, cancellationToken);
        if (tenant.Tenant?.TenantType != ModuleNameTenantType.Name)
            throw new EntityNotFoundException();
        var open = new List<Client>();
        foreach (var engaged in await clients.GetOpenAsync(permission, cancellationToken))
        {
            if (await tenants.FindByIdAsync(engaged.ClientId, cancellationToken) is { } company)
                open.Add(new Client(company, engaged));
        }

        return open;
    }

    private sealed record Client(TenantInfo Company, Engaged Engaged);
}
