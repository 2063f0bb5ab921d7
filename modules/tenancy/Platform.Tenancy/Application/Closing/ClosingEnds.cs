using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Ends what joins the current company to others: no closing that is taken back brings it back, as the others have gone on without it.</summary>
internal sealed class ClosingEnds(TenancyDbContext db, EngagementNews news, IAuditLog audit, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    public async Task EndAsync(Company company, CancellationToken cancellationToken)
    {
        foreach (var engagement in await ClosingReader.Open(db.Engagements.Where(e => e.ClientId == company.Id || e.FirmId == company.Id)).ToListAsync(cancellationToken))
            await EndAsync(engagement, isClient: engagement.ClientId == company.Id, cancellationToken);
        if (company.GroupId is { } group)
            await LeaveAsync(company, group, cancellationToken);
    }

    private async Task EndAsync(Engagement engagement, bool isClient, CancellationToken cancellationToken)
    {
        engagement.End(user.Info.Name, clock.GetUtcNow().UtcDateTime);
        await news.SaveAsync(engagement, "Ended", cancellationToken);
        await news.TellAsync(engagement, theFirm: isClient, isClient ? "EndedByClient" : "EndedByFirm", cancellationToken);
    }

    private async Task LeaveAsync(Company company, Guid groupId, CancellationToken cancellationToken)
    {
        var group = await db.Groups.SingleAsync(g => g.Id == groupId, cancellationToken);
        company.GroupId = null;
        audit.Add("Tenancy.Group.CompanyRemoved", nameof(Company), company.Id.ToString(), new AuditChange("Group", group.Name, null));
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.Companies.AnyAsync(c => c.GroupId == groupId, cancellationToken))
            db.Groups.Remove(group);
        await db.SaveChangesAsync(cancellationToken);
    }
}
