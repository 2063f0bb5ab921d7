using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Corrections of staged rows. A row that changes is checked again together with those that share its old or new key.</summary>
internal sealed class ImportRows(SepaDbContext db, ImportReferences references, TimeProvider clock) : IScopedDependency
{
    private const int PageSize = 2_000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<ImportRow> GetAsync(Guid batchId, Guid rowId, CancellationToken cancellationToken) =>
        await db.ImportRows.SingleOrDefaultAsync(r => r.BatchId == batchId && r.Id == rowId, cancellationToken) ?? throw new EntityNotFoundException();

    public async Task CorrectAsync(ImportBatch batch, ImportRow row, CorrectRowDto input, CancellationToken cancellationToken)
    {
        var reading = ImportReading.Of(batch, Today);
        var cells = ImportJson.Cells(row.Cells);
        foreach (var (field, value) in input.Values)
        {
            if (!reading.Columns.TryGetValue(field, out var column))
                throw new InputException(new FieldError($"{field}", SepaErrorCodes.CsvColumnMissing, value is null ? null : Shorten.To100(value)));
            cells[column] = value?.Trim() ?? "";
        }

        var oldKey = row.UniqueKey;
        row.Correct(ImportJson.Cells(cells));
        row.Skip(false);
        await ApplyAsync(batch, reading, [row], cancellationToken);
        await RecheckSharersAsync(batch, reading, row, oldKey, cancellationToken);
    }

    public async Task SkipAsync(ImportBatch batch, ImportRow row, bool skip, CancellationToken cancellationToken)
    {
        var reading = ImportReading.Of(batch, Today);
        row.Skip(skip);
        await ApplyAsync(batch, reading, [row], cancellationToken);
        await RecheckSharersAsync(batch, reading, row, row.UniqueKey, cancellationToken);
    }

    public Task SkipInvalidAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.ImportRows.Where(r => r.BatchId == batchId && r.State == ImportRowState.Invalid)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ImportRowState.Skipped), cancellationToken);

    public async Task RecheckAllAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var reading = ImportReading.Of(batch, Today);
        var last = 0;
        while (true)
        {
            var page = await db.ImportRows.Where(r => r.BatchId == batch.Id && r.Line > last).OrderBy(r => r.Line).Take(PageSize).ToListAsync(cancellationToken);
            await ApplyAsync(batch, reading, page, cancellationToken);
            page.ForEach(row => db.Entry(row).State = EntityState.Detached);
            if (page.Count < PageSize)
                return;
            last = page[^1].Line;
        }
    }

    public async Task CountAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var groups = await db.ImportRows.Where(r => r.BatchId == batch.Id).GroupBy(r => new { r.State, r.HasWarnings })
            .Select(g => new { g.Key.State, g.Key.HasWarnings, Count = g.Count(), Cents = g.Sum(r => r.AmountCents) }).ToListAsync(cancellationToken);
        int Count(ImportRowState state) => groups.Where(g => g.State == state).Sum(g => g.Count);
        batch.SetCounts(new ImportCounts(
            Count(ImportRowState.Valid), Count(ImportRowState.Invalid), Count(ImportRowState.Skipped),
            groups.Where(g => g.HasWarnings).Sum(g => g.Count), groups.Where(g => g.State == ImportRowState.Valid).Sum(g => g.Cents)));
    }

    private async Task RecheckSharersAsync(ImportBatch batch, ImportReading reading, ImportRow row, string? oldKey, CancellationToken cancellationToken)
    {
        var newKey = row.UniqueKey;
        var sharers = await db.ImportRows
            .Where(r => r.BatchId == batch.Id && r.Id != row.Id && r.UniqueKey != null && (r.UniqueKey == oldKey || r.UniqueKey == newKey))
            .OrderBy(r => r.Line).Take(PageSize).ToListAsync(cancellationToken);
        await ApplyAsync(batch, reading, sharers, cancellationToken);
    }

    private async Task ApplyAsync(ImportBatch batch, ImportReading reading, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        var linked = await references.LinkAsync(batch, [.. rows.Select(r => reading.Parse(new FileRow(r.Line, ImportJson.Cells(r.Cells), [])))], cancellationToken);
        var firstLines = await FirstLinesAsync(batch, rows, linked, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            var verdict = linked[i].Row.Verdict;
            var isTwice = verdict.UniqueKey is { } key && firstLines.TryGetValue(key, out var first) && first < rows[i].Line;
            rows[i].Apply(FileDuplicates.Check(verdict, batch.Kind, isTwice));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // The first line that uses a key, skipped rows aside: stored rows, and these with the keys they have now.
    private async Task<Dictionary<string, int>> FirstLinesAsync(
        ImportBatch batch, List<ImportRow> rows, IReadOnlyList<LinkedRow> linked, CancellationToken cancellationToken)
    {
        var keys = linked.Select(l => l.Row.Verdict.UniqueKey).OfType<string>().Distinct().ToArray();
        var own = rows.Select(r => r.Id).ToArray();
        var first = await db.ImportRows
            .Where(r => r.BatchId == batch.Id && r.State != ImportRowState.Skipped && EF.Parameter(keys).Contains(r.UniqueKey) && !EF.Parameter(own).Contains(r.Id))
            .GroupBy(r => r.UniqueKey!).Select(g => new { g.Key, Line = g.Min(r => r.Line) })
            .ToDictionaryAsync(g => g.Key, g => g.Line, cancellationToken);
        for (var i = 0; i < rows.Count; i++)
        {
            if (linked[i].Row.Verdict.UniqueKey is { } key && rows[i].State != ImportRowState.Skipped)
                first[key] = first.TryGetValue(key, out var line) ? Math.Min(line, rows[i].Line) : rows[i].Line;
        }

        return first;
    }
}
