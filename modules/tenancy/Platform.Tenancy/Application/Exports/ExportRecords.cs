using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Writes some tables, or a part of a large one: CSV into one piece, JSON into the next.</summary>
internal sealed class ExportRecords(TenancyDbContext db, ExportSource source, ExportPieces pieces, IConfiguration configuration) : IScopedDependency
{
    private const int RowsOfAStep = 20_000;

    private readonly List<(CompanyExportFile File, ZipEntry Entry)> _csv = [];
    private readonly List<(CompanyExportFile File, ZipEntry Entry)> _json = [];

    // Spreadsheets open a million at most, and a killed host loses no more than one file.
    private readonly int _rowsOfAFile = int.TryParse(configuration["Exports:RowsPerFile"], CultureInfo.InvariantCulture, out var rows) && rows > 0 ? rows : 100_000;

    public async Task RunAsync(CompanyExport export, CancellationToken cancellationToken)
    {
        _csv.Clear();
        _json.Clear();
        (string, long) json = default;
        var csv = await pieces.WriteAsync(
            export,
            async table => json = await pieces.WriteAsync(export, objects => WriteAsync(export, table, objects, cancellationToken), cancellationToken),
            cancellationToken);
        Keep(_csv, pieces.Append(export, csv));
        Keep(_json, pieces.Append(export, json));
        if (export.NextTable >= source.Files.Count)
            export.RecordsAreDone();
    }

    private async Task WriteAsync(CompanyExport export, ZipPieceWriter csv, ZipPieceWriter json, CancellationToken cancellationToken)
    {
        for (var end = export.RowsDone + Math.Min(RowsOfAStep, _rowsOfAFile); export.NextTable < source.Files.Count && export.RowsDone < end;)
        {
            var file = source.Files[export.NextTable];
            var (rows, last) = (0L, default(object?[]));
            var part = export.TableParts;
            var ofJson = default(ZipEntry);
            var ofCsv = await csv.AddAsync(ExportPaths.Records(file.Module, file.Name, part, "csv"), CompressionLevel.Fastest, async table =>
                ofJson = await json.AddAsync(ExportPaths.Records(file.Module, file.Name, part, "json"), CompressionLevel.Fastest, async objects =>
                {
                    await using var files = new RecordFiles(table, objects, file.Columns);
                    await foreach (var row in source.ReadAsync(file, export.TableCursor, _rowsOfAFile, cancellationToken))
                    {
                        await files.AddAsync(row, cancellationToken);
                        (rows, last) = (rows + 1, row);
                    }
                }));
            _csv.Add((Made(export, ofCsv, rows), ofCsv));
            _json.Add((Made(export, ofJson!, rows), ofJson!));
            export.Written(rows, rows == _rowsOfAFile && file.Table is { } more ? more.CursorOf(last!) : null);
        }
    }

    private static CompanyExportFile Made(CompanyExport export, ZipEntry entry, long rows) =>
        new() { ExportId = export.Id, Number = export.TakeNumber(), Path = entry.Path, Rows = rows };

    private void Keep(List<(CompanyExportFile File, ZipEntry Entry)> written, long offset)
    {
        foreach (var (file, entry) in written)
        {
            file.Wrote(entry, offset);
            db.ExportFiles.Add(file);
        }
    }
}
