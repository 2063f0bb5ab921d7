using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Makes the pre-notifications of a remittance, one statement for each collection date, and the jobs that send them on their days.</summary>
internal sealed class PreNotificationPlan(
    SepaDbContext db, PreNotificationWishes wishes, IBackgroundJobManager jobs, IAuditLog audit, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    // Morning all over Europe: nobody is told of money by night.
    private static readonly TimeOnly Morning = new(6, 0);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many there were none of yet; 0 where the company sends none.</returns>
    public async Task<int> AddAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        if (await wishes.GetNoticeDaysAsync(cancellationToken) is not { } days)
            return 0;
        var today = DateOnly.FromDateTime(Now);
        var count = 0;
        foreach (var date in await DatesAsync(remittanceId, today, cancellationToken))
        {
            var wanted = date.AddDays(-days);
            count += await InsertAsync(remittanceId, date, wanted, wanted > today ? wanted : today, cancellationToken);
        }

        // Also for what was planned before: a second job finds nothing to do, and one that was given up is made good.
        foreach (var due in await DueAsync(remittanceId, cancellationToken))
            await jobs.EnqueueAsync(new SendPreNotificationsArgs(remittanceId, due), Until(due), cancellationToken);
        if (count > 0)
            audit.Add("Sepa.Remittance.PreNotified", nameof(Remittance), $"{remittanceId}",
                new AuditChange("Count", null, count.ToString(CultureInfo.InvariantCulture)), new AuditChange("NoticeDays", null, days.ToString(CultureInfo.InvariantCulture)));
        return count;
    }

    private Task<List<DateOnly>> DatesAsync(Guid remittanceId, DateOnly today, CancellationToken cancellationToken) => db.Collections
        .Where(c => c.RemittanceId == remittanceId && c.Status == OrderStatus.Issued && c.ExecutionDate >= today)
        .Select(c => c.ExecutionDate!.Value).Distinct().OrderBy(d => d).ToListAsync(cancellationToken);

    private Task<List<DateOnly>> DueAsync(Guid remittanceId, CancellationToken cancellationToken) => db.PreNotifications
        .Where(p => p.RemittanceId == remittanceId && p.State == PreNotificationState.Planned).Select(p => p.DueOn).Distinct().OrderBy(d => d).ToListAsync(cancellationToken);

    private Task<int> InsertAsync(Guid remittanceId, DateOnly date, DateOnly wanted, DateOnly due, CancellationToken cancellationToken)
    {
        var (company, planned, none) = (tenant.Id!.Value, $"{PreNotificationState.Planned}", $"{PreNotificationState.NoAddress}");
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SepaPreNotifications" ("Id", "TenantId", "RemittanceId", "CollectionDate", "WantedOn", "DueOn", "State", "Email", "Language")
            SELECT c."Id", c."TenantId", c."RemittanceId", c."ExecutionDate", {wanted}, {due},
                CASE WHEN m."Email" IS NULL THEN {none} ELSE {planned} END, m."Email", m."Language"
            FROM "SepaOrders" c JOIN "SepaMandates" m ON m."Id" = c."MandateId"
            WHERE c."TenantId" = {company} AND c."RemittanceId" = {remittanceId} AND c."ExecutionDate" = {date}
            ON CONFLICT DO NOTHING
            """, cancellationToken);
    }

    private TimeSpan Until(DateOnly due)
    {
        var wait = due.ToDateTime(Morning, DateTimeKind.Utc) - Now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

internal sealed class PlanPreNotifications(PreNotificationPlan plan) : IDistributedEventHandler<RemittanceApprovedEto>
{
    public Task HandleEventAsync(RemittanceApprovedEto eventData, CancellationToken cancellationToken) => plan.AddAsync(eventData.RemittanceId, cancellationToken);
}
