using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class TenantStore(TenancyDbContext context, EngagementAccess engagements, CompanyChoices choices, ClosingAccess closing, ICurrentUser user) : ITenantStore, IScopedDependency
{
    internal static readonly Expression<Func<Company, TenantInfo>> ToInfo =
        c => new TenantInfo(c.Id, c.Slug, c.Name, c.VatNumber, c.Color, c.TenantType, c.GroupId, c.RightsVersion ?? 0, c.ClosedAt, c.ErasedAt);

    public Task<TenantInfo?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default) =>
        context.Companies.Where(c => c.Slug == slug && c.ErasedAt == null).Select(ToInfo).SingleOrDefaultAsync(cancellationToken);

    public Task<TenantInfo?> FindByIdAsync(Guid id, CancellationToken cancellationToken = default) =>
        context.Companies.Where(c => c.Id == id).Select(ToInfo).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<TenantInfo>> GetListForUserAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var found = await context.Companies
            .Where(c => c.ClosedAt == null && context.Memberships.Any(m => m.UserId == userId && m.TenantId == c.Id && m.State == MembershipState.Active))
            .Select(ToInfo)
            .ToListAsync(cancellationToken);
        return [.. found.Where(c => Opens(userId, c.Id)).OrderBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Id)];
    }

    public async Task<bool> IsMemberAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
        Opens(userId, tenantId)
        && await context.Memberships.AnyAsync(
            m => m.UserId == userId && m.TenantId == tenantId && m.State == MembershipState.Active && context.Companies.Any(c => c.Id == tenantId && c.ClosedAt == null), cancellationToken);

    public async Task<TenantAccess?> FindAccessAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
        await IsMemberAsync(userId, tenantId, cancellationToken) ? new TenantAccess()
        : !Opens(userId, tenantId) ? null
        : await engagements.FindAsync(userId, tenantId, cancellationToken) is { } acting ? new TenantAccess(acting)
        : await closing.MayTakeBackAsync(userId, tenantId, cancellationToken) ? new TenantAccess()
        : null;

    public async Task<IReadOnlyList<TenantChoice>> SearchForUserAsync(Guid userId, string? search, int limit, CancellationToken cancellationToken = default) =>
        [.. (await choices.SearchAsync(userId, search, cancellationToken)).Where(c => Opens(userId, c.Company.Id)).Take(limit)];

    public Task RaiseRightsVersionAsync(Guid tenantId, CancellationToken cancellationToken = default) =>
        RaiseAsync(context.Companies.Where(c => c.Id == tenantId), cancellationToken);

    public Task RaiseRightsVersionAsync(SettingLevel level, Guid key, CancellationToken cancellationToken = default) => level switch
    {
        SettingLevel.Operator => RaiseAsync(context.Companies, cancellationToken),
        SettingLevel.Group => RaiseAsync(context.Companies.Where(c => c.GroupId == key), cancellationToken),
        SettingLevel.Entity => RaiseRightsVersionAsync(key, cancellationToken),
        _ => Task.CompletedTask,
    };

    private static Task RaiseAsync(IQueryable<Company> companies, CancellationToken cancellationToken) =>
        companies.ExecuteUpdateAsync(set => set.SetProperty(c => c.RightsVersion, c => (c.RightsVersion ?? 0) + 1), cancellationToken);

    // A session or token that is limited to companies does not even learn of the others.
    private bool Opens(Guid userId, Guid tenantId) => user.Id != userId || user.Info.Opens(tenantId);
}
