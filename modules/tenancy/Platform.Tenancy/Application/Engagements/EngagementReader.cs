using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Engagements with both companies' names.</summary>
internal sealed class EngagementReader(TenancyDbContext context) : IScopedDependency
{
    public async Task<EngagementDto> ToDtoAsync(Engagement engagement, CancellationToken cancellationToken) =>
        (await ToDtosAsync([engagement], cancellationToken))[0];

    public async Task<IReadOnlyList<EngagementDto>> ToDtosAsync(IReadOnlyList<Engagement> engagements, CancellationToken cancellationToken)
    {
        var ids = engagements.SelectMany(e => new[] { e.ClientId, e.FirmId }).Distinct().ToArray();
        var companies = await context.Companies.Where(c => ids.Contains(c.Id))
            .Select(c => new CompanyListItemDto(c.Id, c.Slug, c.Name, c.VatNumber, c.Color, c.TenantType)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. engagements.Select(e => new EngagementDto(
            e.Id, e.Kind, e.State, companies[e.ClientId], companies[e.FirmId], e.ScopeNames, e.RequestedAt, e.RequestedBy, e.DecidedAt, e.DecidedBy, e.ClosedAt, e.ClosedBy,
            e.ConcurrencyStamp))];
    }
}
