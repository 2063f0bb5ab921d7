using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class HandoffNumbers(AccountingDbContext db, ICurrentTenant tenant, IUnitOfWork unitOfWork) : IScopedDependency
{
    /// <summary>The company's next number. Its row stays locked until the transaction ends: of two handoffs the second sees what the first took.</summary>
    public async Task<int> NextAsync(CancellationToken cancellationToken)
    {
        var company = tenant.Id ?? throw new InvalidOperationException("No current company.");
        await unitOfWork.BeginAsync(cancellationToken);
        var next = await db.Database.SqlQuery<int>($"""
            INSERT INTO "AccountingHandoffCounters" ("TenantId", "Last") VALUES ({company}, 1)
            ON CONFLICT ("TenantId") DO UPDATE SET "Last" = "AccountingHandoffCounters"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return next.Single();
    }
}
