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
            .Join(context.Companies, m => m.TenantId, c => c.Id, (m, c) => c)
            .Select(TenantStore.ToInfo)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task MarkUsedAsync(Guid userId, CancellationToken cancellationToken = default) =>
        context.Memberships
            .Where(m => m.UserId == userId && m.TenantId == Current && m.State == MembershipState.Active)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastUsedAt, Now), cancellationToken);

    private Task<Membership?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        context.Memberships.SingleOrDefaultAsync(m => m.UserId == userId && m.TenantId == Current, cancellationToken);
}
