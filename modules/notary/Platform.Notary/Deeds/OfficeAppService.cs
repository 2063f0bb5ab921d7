using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary;

/// <summary>
/// Deeds that the current company, a notary's office, prepares: over all clients whose companies the person may enter now. They are read
/// in each client's company, for the office; an office has few clients with deeds at a time, so there is no table of its own to keep in step.
/// </summary>
internal sealed class OfficeAppService(
    DeedAppService deeds, IClientAppService clients, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions,
    IEnumerable<ITenantGate> gates) : IApplicationService
{
    private const int LargestPage = 100;

    /// <summary>A page of the list, the newest first. Needs <see cref="NotaryPermissions.Office"/>.</summary>
    /// <exception cref="EntityNotFoundException">The company is no notary's office.</exception>
    /// <exception cref="BusinessException">Notary:CursorInvalid.</exception>
    public async Task<PagedResult<OfficeDeedDto>> GetListAsync(GetDeedsInput input, CancellationToken cancellationToken = default)
    {
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var found = new List<OfficeDeedDto>();
        var more = false;
        foreach (var client in await OpenAsync(NotaryPermissions.Deeds.Default, cancellationToken))
        {
            var page = await ReadAsync(client, input with { PageSize = size }, cancellationToken);
            found.AddRange(page.Items.Select(d => new OfficeDeedDto(d, client.Company.Slug, client.Company.Name)));
            more |= page.NextCursor is not null;
        }

        OfficeDeedDto[] items = [.. found.OrderByDescending(d => d.Deed.Id).Take(size)];
        return new PagedResult<OfficeDeedDto>(items, more || found.Count > size ? DeedAppService.WriteCursor(items[^1].Deed.Id) : null);
    }

    /// <summary>Clients for whom the person may open deeds, by name. Needs <see cref="NotaryPermissions.Office"/>.</summary>
    public async Task<IReadOnlyList<TenantInfo>> GetClientsAsync(CancellationToken cancellationToken = default) =>
        [.. (await OpenAsync(NotaryPermissions.Deeds.Prepare, cancellationToken)).Select(c => c.Company).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase)];

    private async Task<PagedResult<DeedDto>> ReadAsync(Client client, GetDeedsInput input, CancellationToken cancellationToken)
    {
        using var inClient = tenant.Change(client.Company);
        using var forOffice = user.Change(user.Info with { ActingFor = client.Engaged });
        // A client that is closed to the person's address shows nothing here either.
        if (await gates.FindRefusalAsync(cancellationToken) is not null)
            return new PagedResult<DeedDto>([], null);
        return await deeds.GetListAsync(input, cancellationToken);
    }

    private async Task<IReadOnlyList<Client>> OpenAsync(string permission, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(NotaryPermissions.Office, cancellationToken);
        if (tenant.Tenant?.TenantType != NotaryTenantType.Name)
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
