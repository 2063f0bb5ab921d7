using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Makes business data of staged rows: all of them or none.</summary>
internal sealed class ImportConfirmation(
    SepaDbContext db, ImportReferences references, SameFiles sameFiles, IAuditLog audit, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const int PageSize = 2_000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task ConfirmAsync(ImportBatch batch, bool acceptSameFile, CancellationToken cancellationToken)
    {
        // The same file may have been confirmed after this one was staged.
        await sameFiles.NoticeAsync(batch, cancellationToken);
        batch.Confirm(acceptSameFile, Actor.Of(user), Now);
        await db.SaveChangesAsync(cancellationToken);
        var imported = batch.Kind switch
        {
            ImportKind.Mandates => await db.BulkInsertAsync(ReadAsync(batch, Mandate, cancellationToken), cancellationToken),
            ImportKind.Collections => await db.BulkInsertAsync(ReadAsync(batch, Collection, cancellationToken), cancellationToken),
            _ => await db.BulkInsertAsync(ReadAsync(batch, Transfer, cancellationToken), cancellationToken),
        };
        if (imported != batch.ValidRows)
            throw new BusinessException(SepaErrorCodes.ImportRowsOutdated).WithData("file", batch.FileName);
        audit.Add("Sepa.Import.Confirmed", nameof(ImportBatch), $"{batch.Id}",
            new AuditChange(nameof(batch.Kind), null, $"{batch.Kind}"),
            new AuditChange(nameof(batch.FileName), null, batch.FileName),
            new AuditChange(nameof(batch.Sha256), null, batch.Sha256),
            new AuditChange("Imported", null, imported.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("Skipped", null, batch.SkippedRows.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("TotalCents", null, batch.ValidCents.ToString(CultureInfo.InvariantCulture)));
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        ImportBatch batch, Func<ImportBatch, LinkedRow, T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = ImportReading.Of(batch, DateOnly.FromDateTime(Now));
        var last = 0;
        while (true)
        {
            var page = await db.ImportRows.AsNoTracking()
                .Where(r => r.BatchId == batch.Id && r.State == ImportRowState.Valid && r.Line > last)
                .OrderBy(r => r.Line).Take(PageSize).Select(r => new { r.Line, r.Cells }).ToListAsync(cancellationToken);
            var linked = await references.LinkAsync(
                batch, [.. page.Select(r => reading.Parse(new FileRow(r.Line, ImportJson.Cells(r.Cells), [])))], cancellationToken);
            foreach (var row in linked)
            {
                if (!row.Row.Verdict.IsValid)
                    throw new BusinessException(SepaErrorCodes.ImportRowsOutdated).WithData("file", batch.FileName);
                yield return make(batch, row);
            }

            if (page.Count < PageSize)
                yield break;
            last = page[^1].Line;
        }
    }

    private Mandate Mandate(ImportBatch batch, LinkedRow row)
    {
        var m = row.Row.Mandate!;
        var type = m.SequenceType == SequenceType.Ooff ? MandateType.OneOff : MandateType.Recurrent;
        return new Mandate(
            new MandateData(m.Reference, m.Scheme, type, m.SignedOn, m.DebtorName, m.DebtorIban, m.DebtorBic, m.Address, m.Email, m.Language, row.CustomerId),
            batch.CreditorKey, Now, batch.Id);
    }

    private Collection Collection(ImportBatch batch, LinkedRow row)
    {
        var c = row.Row.Collection!;
        return new Collection(
            new CollectionData(
                row.MandateId!.Value, new OrderData(c.Amount.Cents, c.CollectionDate, c.EndToEndId?.Value, c.InvoiceNumber, c.RemittanceText), c.SequenceType),
            Now, batch.Id);
    }

    private Transfer Transfer(ImportBatch batch, LinkedRow row)
    {
        var t = row.Row.Transfer!;
        return new Transfer(
            t.Creditor, new OrderData(t.Amount.Cents, t.ExecutionDate, t.EndToEndId?.Value, t.InvoiceNumber, t.RemittanceText), Now, batch.Id);
    }
}
