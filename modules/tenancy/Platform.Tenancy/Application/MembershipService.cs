using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class MembershipService(TenancyDbContext context, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IMembershipService
{
    private Guid Current => tenant.Id ?? throw new InvalidOperationException("No company is current.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // Saved at once: the caller may leave the company before the unit of work completes, and the trail belongs in it.
    public async Task AddAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(userId, cancellationToken) is { } membership)
            membership.Resume(Now);
        else
            context.Memberships.Add(new Membership(userId, Current, Now));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        (await FindAsync(userId, cancellationToken))?.End(Now);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Guid>> GetMembersAsync(CancellationToken cancellationToken = default) =>
        await context.Memberships
            .Where(m => m.TenantId == Current && m.State == MembershipState.Active)
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => m.UserId)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> GetTenantIdsAsync(Guid userId, CancellationToken cancellationToken = default) =>
        await context.Memberships
            .Where(m => m.UserId == userId && m.State == MembershipState.Active)
            .OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => m.TenantId)
            .ToListAsync(cancellationToken);

    public Task<TenantInfo?> GetHomeAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var opened = user.Id == userId ? user.Info.Companies?.ToArray() : null;
        return context.Memberships
            .Where(m => m.UserId == userId && m.State == MembershipState.Active && (opened == null || opened.Contains(m.TenantId)))
            .OrderByDescending(m => m.LastUsedAt).ThenBy(m => m.Id)
            .Join(context.Companies.Where(c => c.ClosedAt == null), m => m.TenantId, c => c.Id, (m, c) => c)
            .Select(TenantStore.ToInfo)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task MarkUsedAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await context.Memberships
            .Where(m => m.UserId == userId && m.TenantId == Current && m.State == MembershipState.Active)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastUsedAt, Now), cancellationToken);
        // One statement: two tabs open their first page of a company at the same moment.
        var (tenantId, now) = (Current, Now);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TenancyShortcuts" ("UserId", "TenantId", "LastOpenedAt", "IsFavourite") VALUES ({userId}, {tenantId}, {now}, {false})
            ON CONFLICT ("UserId", "TenantId") DO UPDATE SET "LastOpenedAt" = excluded."LastOpenedAt"
            """, cancellationToken);
    }

    public Task<Guid?> GetLastOpenedAsync(Guid userId, CancellationToken cancellationToken = default) => context.Shortcuts.Where(s => s.UserId == userId)
        .OrderByDescending(s => s.LastOpenedAt).Select(s => (Guid?)s.TenantId).FirstOrDefaultAsync(cancellationToken);

    public async Task SetFavouriteAsync(Guid userId, Guid tenantId, bool isFavourite, CancellationToken cancellationToken = default) =>
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "TenancyShortcuts" ("UserId", "TenantId", "LastOpenedAt", "IsFavourite") VALUES ({userId}, {tenantId}, {DateTime.UnixEpoch}, {isFavourite})
            ON CONFLICT ("UserId", "TenantId") DO UPDATE SET "IsFavourite" = excluded."IsFavourite"
            """, cancellationToken);

    private Task<Membership?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        context.Memberships.SingleOrDefaultAsync(m => m.UserId == userId && m.TenantId == Current, cancellationToken);
}
