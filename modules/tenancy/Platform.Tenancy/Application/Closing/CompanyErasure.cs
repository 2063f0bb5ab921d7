using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Erases the current company in pieces: each step commits what it has erased, and whoever goes on, on whatever host, finds by looking what is
/// left. Nothing of another company is in reach: its id stands in every statement, and row-level security behind it.
/// </summary>
internal sealed class CompanyErasure(
    TenancyDbContext db, ITenantTables tables, IEnumerable<ICompanyEraser> erasers, ErasedBlobs blobs, IDistributedEventBus events, ICurrentTenant tenant, IUnitOfWork unitOfWork,
    IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private const int AtOnce = 1000;

    // Until the very end they say who lost the company.
    private static readonly string[] Last = ["TenancyMemberships"];
    private int _table;
    private bool _othersAreDone;
    private bool _found;

    /// <returns>Whether there is more to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Companies.SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) is not { } company || !company.IsErasable(now))
            return false;
        var goesOn = company.ErasureStartedAt is null ? Start(company, now)
            : await EraseAsync(company, cancellationToken) || await EndAsync(company, now, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return goesOn;
    }

    // Committed alone: of an erasure and a closing that is taken back at the same moment one meets the other's stamp.
    private bool Start(Company company, DateTime now)
    {
        company.StartErasure(now);
        audit.Add("Tenancy.Erasure.Started", nameof(Company), $"{company.Id}");
        return true;
    }

    private async Task<bool> EraseAsync(Company company, CancellationToken cancellationToken)
    {
        if (!_othersAreDone)
        {
            foreach (var eraser in erasers)
                await eraser.EraseAsync(cancellationToken);
            return _othersAreDone = true;
        }

        for (; _table < tables.Erased.Count; _table++)
        {
            var table = tables.Erased[_table];
            if (!Last.Contains(table.TableName) && await tables.EraseAsync(table, AtOnce, cancellationToken) is > 0 and var rows)
                return _found = await CountAsync(company, $"{table.Module}/{table.Name}", rows, cancellationToken);
        }

        if (_found)
        {
            // Until one look at all of them finds nothing: what was on its way may have added rows.
            (_table, _found) = (0, false);
            return true;
        }

        return await blobs.EraseAsync(cancellationToken) is > 0 and var files && await CountAsync(company, "files", files, cancellationToken);
    }

    private async Task<bool> CountAsync(Company company, string what, long number, CancellationToken cancellationToken)
    {
        var counted = company.CountErased(what, number);
        return await db.Companies.Where(c => c.Id == company.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ErasedRows, counted), cancellationToken) == 1;
    }

    // The statement leaves no former values in the trail, which is kept.
    private async Task<bool> EndAsync(Company company, DateTime now, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var people = await db.Memberships.Where(m => m.TenantId == company.Id).Select(m => m.UserId).ToListAsync(cancellationToken);
        await db.Memberships.Where(m => m.TenantId == company.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Companies.Where(c => c.Id == company.Id).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ErasedAt, now).SetProperty(c => c.ErasedRows, (string?)null)
                .SetProperty(c => c.ContactName, "").SetProperty(c => c.ContactEmail, "").SetProperty(c => c.ContactPhone, "")
                .SetProperty(c => c.Street, "").SetProperty(c => c.BuildingNumber, "").SetProperty(c => c.PostalCode, "").SetProperty(c => c.Town, ""),
            cancellationToken);
        var counts = company.ErasedCounts().Select(c => new AuditChange(c.Key, c.Value.ToString(CultureInfo.InvariantCulture), null));
        audit.Add("Tenancy.Erasure.Ended", nameof(Company), $"{company.Id}", [.. counts, new AuditChange("tenancy/memberships", people.Count.ToString(CultureInfo.InvariantCulture), null)]);
        using var host = tenant.Change(null);
        await events.PublishAsync(new CompanyErasedEto(company.Id, people), cancellationToken);
        return false;
    }
}
