using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Numbers of handoffs, without gaps; the row they come from is also what lets one handoff be made at a time in a company.</summary>
internal sealed class HandoffNumbers(AccountingDbContext db, ICurrentTenant tenant, IUnitOfWork unitOfWork) : IScopedDependency
{
    private Guid Company => tenant.Id ?? throw new InvalidOperationException("No current company.");

    /// <summary>Waits for whoever makes a handoff in the company, and lets others wait until the transaction ends.</summary>
    public async Task LockAsync(CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "AccountingHandoffCounters" ("TenantId", "Last") VALUES ({Company}, 0)
            ON CONFLICT ("TenantId") DO UPDATE SET "Last" = "AccountingHandoffCounters"."Last"
            """, cancellationToken);
    }

    /// <summary>The company's next number, under its lock.</summary>
    public async Task<int> NextAsync(CancellationToken cancellationToken) => (await db.Database.SqlQuery<int>($"""
        UPDATE "AccountingHandoffCounters" SET "Last" = "Last" + 1 WHERE "TenantId" = {Company} RETURNING "Last" AS "Value"
        """).ToListAsync(cancellationToken)).Single();
}
