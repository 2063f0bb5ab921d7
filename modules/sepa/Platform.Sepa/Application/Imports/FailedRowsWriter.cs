using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Rows that are not imported, as a file that spreadsheets of Europe open and that nothing in it can attack.</summary>
internal sealed class FailedRowsWriter(SepaDbContext db, ImportTexts texts, IStringLocalizer<SepaResource> localizer) : IScopedDependency
{
    private const int PageSize = 1_000;

    public async Task WriteAsync(ImportBatch batch, Stream output, CancellationToken cancellationToken)
    {
        var reading = ImportReading.Of(batch, default);
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteLineAsync(writer, [localizer["Import.LineColumn"], .. reading.Header, localizer["Import.ErrorColumn"]], cancellationToken);
        await foreach (var row in ReadAsync(batch.Id, cancellationToken))
        {
            var reasons = RowVerdict.FindingsOf(row.Findings).Select(f => texts.Of(f, row.Line, reading)).Select(f => f.Column.Length == 0 ? f.Message : $"{f.Column}: {f.Message}");
            await WriteLineAsync(writer, [$"{row.Line}", .. ImportJson.Cells(row.Cells), string.Join(" | ", reasons)], cancellationToken);
        }
    }

    private async IAsyncEnumerable<ImportRow> ReadAsync(Guid batchId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0;
        while (true)
        {
            var page = await db.ImportRows.AsNoTracking().Where(r => r.BatchId == batchId && r.State != ImportRowState.Valid && r.Line > last)
                .OrderBy(r => r.Line).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var row in page)
                yield return row;
            if (page.Count < PageSize)
                yield break;
            last = page[^1].Line;
        }
    }

    private static Task WriteLineAsync(StreamWriter writer, IEnumerable<string> cells, CancellationToken cancellationToken) =>
        writer.WriteAsync((string.Join(';', cells.Select(CsvCells.Escape)) + "\r\n").AsMemory(), cancellationToken);
}

internal static class CsvCells
{
    /// <summary>Quoted where needed; what a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Escape(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{cell}" : cell;
        return safe.AsSpan().IndexOfAny("\";\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
