using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>A firm that accepted is the company's accountant, and finds what was handed over before it came; one that ended is so no more.</summary>
internal sealed class AccountantEngagements(AccountingDbContext context, ICompanyDirectory companies, QueueWriter queue, TimeProvider clock) : ILocalEventHandler<EngagementChangedEto>
{
    public async Task HandleAsync(EngagementChangedEto eventData, CancellationToken cancellationToken)
    {
        if (eventData.Kind != AccountingEngagement.Name || eventData.State is not (EngagementState.Accepted or EngagementState.Ended))
            return;
        var current = await context.Accountants.SingleOrDefaultAsync(a => a.EndedAt == null, cancellationToken);
        var isNew = eventData.State == EngagementState.Accepted && current?.EngagementId != eventData.EngagementId;
        if (current is not null && (isNew || (eventData.State == EngagementState.Ended && current.EngagementId == eventData.EngagementId)))
            current.EndedAt = clock.GetUtcNow().UtcDateTime;
        await context.SaveChangesAsync(cancellationToken);
        if (!isNew)
            return;
        context.Accountants.Add(await MakeAsync(eventData, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        await queue.TakeOverAsync(eventData.Firm.Id, cancellationToken);
    }

    private async Task<Accountant> MakeAsync(EngagementChangedEto engagement, CancellationToken cancellationToken)
    {
        var firm = await companies.FindAsync(engagement.Firm.Id, cancellationToken);
        return new Accountant
        {
            EngagementId = engagement.EngagementId,
            FirmId = engagement.Firm.Id,
            Name = engagement.Firm.Name,
            Email = firm?.Contact.Email ?? "",
            Phone = firm?.Contact.Phone ?? "",
            Language = firm?.Language ?? CompanyLanguages.All[0],
            Since = clock.GetUtcNow().UtcDateTime,
        };
    }
}
