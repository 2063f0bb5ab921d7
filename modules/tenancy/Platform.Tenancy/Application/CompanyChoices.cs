using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What a person's switcher offers.</summary>
internal sealed class CompanyChoices(TenancyDbContext context, EngagementAccess engagements, ClosingAccess closing) : IScopedDependency
{
    public async Task<IEnumerable<TenantChoice>> SearchAsync(Guid userId, string? search, CancellationToken cancellationToken)
    {
        var engaged = (await engagements.GetAllAsync(userId, cancellationToken)).ToDictionary(e => e.ClientId, e => e.Firm.Name);
        var clients = engaged.Keys.ToArray();
        var closed = await closing.GetClosedAsync(userId, cancellationToken);
        var found = await context.Companies
            .Where(c => closed.Contains(c.Id)
                || (c.ClosedAt == null && (clients.Contains(c.Id) || context.Memberships.Any(m => m.UserId == userId && m.TenantId == c.Id && m.State == MembershipState.Active))))
            .Matching(search).Select(TenantStore.ToInfo).ToListAsync(cancellationToken);
        var own = (await context.Memberships.Where(m => m.UserId == userId && m.State == MembershipState.Active).Select(m => m.TenantId).ToListAsync(cancellationToken)).ToHashSet();
        var shortcuts = await context.Shortcuts.AsNoTracking().Where(s => s.UserId == userId).ToDictionaryAsync(s => s.TenantId, cancellationToken);
        return found
            .OrderByDescending(c => shortcuts.GetValueOrDefault(c.Id)?.IsFavourite ?? false)
            .ThenByDescending(c => shortcuts.GetValueOrDefault(c.Id)?.LastOpenedAt ?? DateTime.MinValue)
            .ThenBy(c => c.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(c => c.Id)
            .Select(c => new TenantChoice(c, shortcuts.GetValueOrDefault(c.Id)?.IsFavourite ?? false, own.Contains(c.Id) ? null : engaged.GetValueOrDefault(c.Id)));
    }
}
