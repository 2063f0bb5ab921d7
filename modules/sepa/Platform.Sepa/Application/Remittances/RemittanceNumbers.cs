using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceNumbers(SepaDbContext db, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <summary>The next number of the company and year, whatever the scheme. The row stays locked until the transaction ends, so no number is lost or given twice.</summary>
    public async Task<string> NextAsync(PaymentScheme scheme, CancellationToken cancellationToken)
    {
        var year = clock.GetUtcNow().Year;
        var company = tenant.Id ?? throw new InvalidOperationException("No current company.");
        var next = await db.Database.SqlQuery<int>($"""
            INSERT INTO "SepaRemittanceCounters" ("TenantId", "Year", "Last") VALUES ({company}, {year}, 1)
            ON CONFLICT ("TenantId", "Year") DO UPDATE SET "Last" = "SepaRemittanceCounters"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{(scheme.IsTransfer() ? "SCT" : scheme.IsReversal() ? "REV" : "SDD")}-{year:0000}-{next.Single():00000}");
    }
}
