using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What a mandate went through: its own acts, its import, its collections and what became of its creditor.</summary>
internal sealed class MandateTimeline(SepaDbContext db) : IScopedDependency
{
    public async Task<IReadOnlyList<MandateEventDto>> GetAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        var acts = await db.MandateEvents.AsNoTracking().Where(e => e.MandateId == mandate.Id).OrderBy(e => e.Id)
            .Select(e => new MandateEventDto(e.Kind, e.At, e.UserName, e.Note, e.Before, e.After)).ToListAsync(cancellationToken);
        var import = await db.ImportBatches.AsNoTracking().Where(b => b.Id == mandate.ImportBatchId && b.ConfirmedAt != null)
            .Select(b => new MandateEventDto(MandateEventKind.Imported, b.ConfirmedAt!.Value, b.ConfirmedByName, b.FileName, null, null)).ToListAsync(cancellationToken);
        var collected = await CollectedAsync(mandate.Id, cancellationToken);
        var told = await ToldAsync(mandate.Id, cancellationToken);
        return [.. import.Concat(acts).Concat(collected).Concat(told).Concat(await CreditorAsync(mandate, cancellationToken)).OrderBy(e => e.At)];
    }

    // The last twenty tell enough; the list of collections has them all.
    private async Task<IEnumerable<MandateEventDto>> CollectedAsync(Guid mandateId, CancellationToken cancellationToken)
    {
        var rows = await (from c in Issued(mandateId)
                          join r in db.Remittances.AsNoTracking() on c.RemittanceId equals r.Id
                          orderby c.ExecutionDate descending
                          select new { c.ExecutionDate, r.Number }).Take(20).ToListAsync(cancellationToken);
        return rows.Select(c => new MandateEventDto(
            MandateEventKind.Collected, c.ExecutionDate!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), null, c.Number));
    }

    private async Task<IEnumerable<MandateEventDto>> ToldAsync(Guid mandateId, CancellationToken cancellationToken)
    {
        var rows = await (from c in Issued(mandateId)
                          where c.OriginalReference != null || c.OriginalDebtorIban != null || c.OriginalCreditorIdentifier != null || c.OriginalCreditorName != null
                          join r in db.Remittances.AsNoTracking() on c.RemittanceId equals r.Id
                          orderby r.IssuedAt descending
                          select new { r.IssuedAt, r.Number, c.BankState, c.BankStateOn }).Take(20).ToListAsync(cancellationToken);
        var sent = rows.Select(r => new MandateEventDto(MandateEventKind.AmendmentSent, r.IssuedAt!.Value, null, r.Number));
        // The bank names a day only, and never one before the file.
        return sent.Concat(rows.Where(r => r.BankState == BankState.Rejected).Select(r => new MandateEventDto(
            MandateEventKind.AmendmentRejected, Later(r.IssuedAt!.Value, r.BankStateOn!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)), null, r.Number)));
    }

    // Changes of creditors are few; the chain is followed back from the present identifier.
    private async Task<IEnumerable<MandateEventDto>> CreditorAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        var changes = await db.CreditorChanges.AsNoTracking().Where(c => c.At >= mandate.CreatedAt).OrderByDescending(c => c.At).ToListAsync(cancellationToken);
        var (key, steps) = (mandate.CreditorKey, new List<MandateEventDto>());
        foreach (var change in changes.Where(c => c.ToKey == key))
        {
            if (change.FromKey != change.ToKey)
                steps.Add(new MandateEventDto(MandateEventKind.CreditorIdentifierAmended, change.At, change.UserName, null, change.FromIdentifier, change.ToIdentifier));
            if (change.FromName != change.ToName)
                steps.Add(new MandateEventDto(MandateEventKind.CreditorNameAmended, change.At, change.UserName, null, change.FromName, change.ToName));
            key = change.FromKey;
        }

        return steps;
    }

    private IQueryable<Collection> Issued(Guid mandateId) =>
        db.Collections.AsNoTracking().Where(c => EF.Property<Guid?>(c, nameof(Collection.MandateId)) != null && c.MandateId == mandateId && c.Status == OrderStatus.Issued);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
