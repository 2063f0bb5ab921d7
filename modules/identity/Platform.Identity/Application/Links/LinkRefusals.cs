using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What a link that did not open leaves behind.</summary>
internal sealed class LinkRefusals(
    IdentityDbContext context, FailureCounters counters, SecurityAlerts alerts, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    // Who opens a dead link again and again fills no trail.
    private static readonly TimeSpan BetweenEntries = TimeSpan.FromHours(1);

    /// <summary>Counts against the address as a wrong password does; entries stop where the block begins.</summary>
    public async Task<bool> ForgedAsync(string? network, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        if (await counters.CountAsync(key: null, network, cancellationToken))
            audit.Add("Identity.Link.Forged", nameof(Link));
        return true;
    }

    public async Task<bool> DeadAsync(Link link, LinkState state, TenantInfo? company, CancellationToken cancellationToken)
    {
        using var place = tenant.Change(company);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - BetweenEntries;
        var isNews = await context.Links.Where(l => l.Id == link.Id && (l.RefusedAt == null || l.RefusedAt <= since))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.RefusedAt, now), cancellationToken) > 0;
        if (isNews)
            audit.Add("Identity.Link.Refused", nameof(Link), link.Id.ToString(), new AuditChange("Kind", null, link.Kind), new AuditChange("State", null, state.ToString()));
        if (state == LinkState.Revoked)
            await AlertAsync(link, company, cancellationToken);
        return true;
    }

    private async Task AlertAsync(Link link, TenantInfo? company, CancellationToken cancellationToken)
    {
        var (subject, address) = ($"{link.Id:N}", currentUser.Info.ClientAddress);
        var user = link.UserId is { } id ? await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        if (company is not null)
            await alerts.RaiseAsync("LinkRefused", subject, company, user, address, cancellationToken);
        else if (user is not null)
            await alerts.RaiseAsync("LinkRefused", subject, user, address, cancellationToken);
    }
}
