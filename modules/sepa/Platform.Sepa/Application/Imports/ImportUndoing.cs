using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Takes back what an import made: everything or, where some of it was used or changed, nothing.</summary>
internal sealed class ImportUndoing(SepaDbContext db, IAuditLog audit, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const int NamedRows = 10;
    private const string ForeignKeyViolation = "23503";

    public async Task UndoAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        batch.Undo(Actor.Of(user), clock.GetUtcNow().UtcDateTime);
        await (batch.Kind == ImportKind.Mandates ? RemoveMandatesAsync(batch, cancellationToken) : RemoveOrdersAsync(batch, cancellationToken));
        audit.Add("Sepa.Import.Undone", nameof(ImportBatch), $"{batch.Id}",
            new AuditChange(nameof(batch.Kind), null, $"{batch.Kind}"),
            new AuditChange(nameof(batch.FileName), null, batch.FileName),
            new AuditChange("Removed", null, batch.ValidRows.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("TotalCents", null, batch.ValidCents.ToString(CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task RemoveOrdersAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var made = db.Orders.Where(o => o.ImportBatchId == batch.Id);
        var unused = made.Where(o => o.Status == OrderStatus.Waiting && !db.PreNotifications.Any(p => p.Id == o.Id));
        return RemoveAsync(batch, made, unused, o => new Used(o.Id, o.EndToEndId), cancellationToken);
    }

    // An import makes no events: where there is one, somebody changed the mandate. As a whole means also what the person does not see.
    private Task RemoveMandatesAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var made = db.Mandates.IgnoreQueryFilters([PlatformDbContext.CustomerFilterName]).Where(m => m.ImportBatchId == batch.Id);
        var unused = made.Where(m => m.Status == MandateStatus.Active
            && !db.Collections.Any(c => c.MandateId == m.Id) && !db.MandateEvents.Any(e => e.MandateId == m.Id));
        return RemoveAsync(batch, made, unused, m => new Used(m.Id, m.Reference), cancellationToken);
    }

    private async Task RemoveAsync<T>(
        ImportBatch batch, IQueryable<T> made, IQueryable<T> unused, Expression<Func<T, Used>> name, CancellationToken cancellationToken)
        where T : SepaEntity
    {
        var used = made.Where(m => !unused.Any(u => u.Id == m.Id)).OrderBy(m => m.Id);
        if (await used.CountAsync(cancellationToken) is var count and > 0)
        {
            var rows = await RowsAsync(batch, made, await used.Take(NamedRows).Select(name).ToListAsync(cancellationToken), cancellationToken);
            throw new BusinessException(SepaErrorCodes.ImportInUse).WithData("file", batch.FileName).WithData("count", count)
                .WithData("rows", string.Join(", ", rows) + (count > NamedRows ? ", …" : ""));
        }

        if (await DeleteAsync(unused, cancellationToken) != batch.ValidRows)
            throw new DbUpdateConcurrencyException("What was imported is being used at this moment.");
    }

    // Records were made in the order of their rows, and rise with it: the n-th record came from the n-th row.
    private async Task<IReadOnlyList<string>> RowsAsync<T>(ImportBatch batch, IQueryable<T> made, List<Used> used, CancellationToken cancellationToken)
        where T : SepaEntity
    {
        var names = new List<string>();
        foreach (var one in used)
        {
            var before = await made.CountAsync(m => m.Id < one.Id, cancellationToken);
            var line = await db.ImportRows.Where(r => r.BatchId == batch.Id && r.State == ImportRowState.Valid)
                .OrderBy(r => r.Line).Skip(before).Select(r => r.Line).FirstAsync(cancellationToken);
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{line} ({one.Reference})"));
        }

        return names;
    }

    // Between the question and the deletion somebody may add an order to a mandate: the database notices.
    private static async Task<int> DeleteAsync<T>(IQueryable<T> unused, CancellationToken cancellationToken)
    {
        try
        {
            return await unused.ExecuteDeleteAsync(cancellationToken);
        }
        catch (DbException e) when (e.SqlState == ForeignKeyViolation)
        {
            throw new DbUpdateConcurrencyException("What was imported is being used at this moment.", e);
        }
    }

    private sealed record Used(Guid Id, string Reference);
}
