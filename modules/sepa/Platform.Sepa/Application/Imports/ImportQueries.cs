using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class ImportQueries(SepaDbContext db, ImportTexts texts, IStringLocalizer<SepaResource> localizer) : IScopedDependency
{
    public IReadOnlyList<ImportFieldDto> GetFields(ImportKind kind)
    {
        var required = ImportFields.Required(kind);
        return [.. ImportFields.Of(kind).Select(f => new ImportFieldDto(f, localizer[$"ImportField:{f}"], required.Contains(f)))];
    }

    public async Task<PagedResult<ImportBatchDto>> GetListAsync(GetImportsInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var found = db.ImportBatches.AsNoTracking();
        if (input.Status is { } status)
            found = found.Where(b => b.Status == status);
        if (input.Kind is { } kind)
            found = found.Where(b => b.Kind == kind);
        var total = await found.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            found = found.Where(b => b.Id < after.Id);
        var batches = await found.OrderByDescending(b => b.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(batches, size, b => Cursor.Of(b.Id), total);
        return new PagedResult<ImportBatchDto>([.. page.Items.Select(b => b.ToDto(null))], page.NextCursor, total);
    }

    public async Task<ImportBatchDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        var earlier = await db.ImportBatches.Where(b => b.Id == batch.DuplicateOfId && b.ConfirmedAt != null)
            .Select(b => new ImportReferenceDto(b.Id, b.FileName, b.ConfirmedAt!.Value)).SingleOrDefaultAsync(cancellationToken);
        return batch.ToDto(earlier);
    }

    public async Task<PagedResult<ImportRowDto>> GetRowsAsync(Guid id, GetImportRowsInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize, 500);
        var reading = await ReadingAsync(id, cancellationToken);
        var found = db.ImportRows.AsNoTracking().Where(r => r.BatchId == id);
        if (input.State is { } state)
            found = found.Where(r => r.State == state);
        if (input.WithFindings)
            found = found.Where(r => r.Findings != null);
        var total = await found.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after && int.TryParse(after.Key, out var line))
            found = found.Where(r => r.Line > line);
        var rows = await found.OrderBy(r => r.Line).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, r => Cursor.Of(r.Id, $"{r.Line}"), total);
        return new PagedResult<ImportRowDto>([.. page.Items.Select(r => Row(r, reading))], page.NextCursor, total);
    }

    public async Task<ImportRowDto> GetRowAsync(Guid id, Guid rowId, CancellationToken cancellationToken)
    {
        var row = await db.ImportRows.AsNoTracking().SingleOrDefaultAsync(r => r.BatchId == id && r.Id == rowId, cancellationToken)
            ?? throw new EntityNotFoundException();
        return Row(row, await ReadingAsync(id, cancellationToken));
    }

    private async Task<ImportReading> ReadingAsync(Guid id, CancellationToken cancellationToken)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        return ImportReading.Of(batch, default);
    }

    private ImportRowDto Row(ImportRow row, ImportReading reading)
    {
        var cells = ImportJson.Cells(row.Cells);
        var values = reading.Columns.Where(c => c.Value < cells.Count).ToDictionary(c => c.Key, c => cells[c.Value]);
        return new ImportRowDto(row.Id, row.Line, row.State, values, [.. RowVerdict.FindingsOf(row.Findings).Select(f => texts.Of(f, row.Line, reading))], row.Corrected);
    }
}

internal static class ImportMappingToDto
{
    public static ImportBatchDto ToDto(this ImportBatch b, ImportReferenceDto? duplicateOf) => new(
        b.Id, b.Kind, b.Format, b.FileName, b.Sha256, b.Size, b.Status, new ImportDialectDto(b.Encoding, b.Delimiter, b.DecimalSign), ImportJson.Cells(b.Columns),
        ImportMappings.Read(b.Mapping), b.RowCount, b.ValidRows, b.InvalidRows, b.SkippedRows, b.WarningRows, b.ValidCents / 100m, duplicateOf,
        b.CreatedByName, b.CreatedAt, b.ConfirmedByName, b.ConfirmedAt, b.UndoneByName, b.UndoneAt);
}
