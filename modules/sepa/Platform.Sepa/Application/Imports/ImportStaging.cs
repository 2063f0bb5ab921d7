using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Reads a file into staged rows, in constant memory and one transaction.</summary>
internal sealed class ImportStaging(
    SepaDbContext db, ImportReferences references, IBlobContainer blobs, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    private const int ChunkSize = 2_000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Stores the bytes before any lock is taken, an upload may be slow, and reads them before they get their name: a process that
    /// dies here leaves neither rows nor a file.
    /// </summary>
    public Task StageAsync(ImportBatch batch, Stream content, CancellationToken cancellationToken) => blobs.SaveAsync(
        batch.BlobName,
        async file =>
        {
            await StoreAsync(batch, content, file, cancellationToken);
            db.ImportBatches.Add(batch);
            file.Position = 0;
            await ReadAsync(batch, file, new RereadImportDto(), cancellationToken);
        },
        cancellationToken);

    /// <summary>Replaces the staged rows by what the file says, read as asked or as it looks.</summary>
    public async Task ReadAsync(ImportBatch batch, RereadImportDto asked, CancellationToken cancellationToken)
    {
        await using var file = await blobs.OpenReadAsync(batch.BlobName, cancellationToken);
        await ReadAsync(batch, file, asked, cancellationToken);
    }

    private async Task StoreAsync(ImportBatch batch, Stream content, Stream file, CancellationToken cancellationToken)
    {
        await using var hashing = new HashingStream(file, ImportLimits.MaxBytes);
        try
        {
            await content.CopyToAsync(hashing, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            throw new BusinessException(SepaErrorCodes.CsvTooLarge);
        }

        var sha256 = hashing.Sha256();
        var earlier = await db.ImportBatches.Where(b => b.Sha256 == sha256 && b.Kind == batch.Kind && b.Status == ImportStatus.Confirmed)
            .OrderBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken);
        batch.SetFile(sha256, hashing.Size, earlier);
    }

    private async Task ReadAsync(ImportBatch batch, Stream file, RereadImportDto asked, CancellationToken cancellationToken)
    {
        var (document, error) = await CsvDocument.OpenAsync(file, chosen: ImportDialects.Read(asked.Dialect, batch.SkippedLines), cancellationToken: cancellationToken);
        if (document is null)
            throw new InputException(error!);
        await unitOfWork.BeginAsync(cancellationToken);
        var reading = await ChooseAsync(batch, document, asked, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.ImportRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
        var counter = new ImportCounter();
        await db.BulkInsertAsync(counter.Watch(RowsAsync(batch, document, reading, cancellationToken)), cancellationToken);
        batch.SetCounts(counter.Result());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ImportReading> ChooseAsync(ImportBatch batch, CsvDocument document, RereadImportDto asked, CancellationToken cancellationToken)
    {
        var remembered = await RecallAsync(batch.Kind, document.Header, cancellationToken);
        var mapping = asked.Mapping ?? (remembered is null ? null : ImportMappings.Read(remembered.Mapping));
        var columns = mapping is null ? ColumnMap.Recognise(document.Header, batch.Kind) : ColumnMap.Choose(document.Header, mapping);
        var sign = asked.Dialect?.DecimalSign ?? remembered?.DecimalSign ?? DecimalSign.Unknown;
        if (sign == DecimalSign.Unknown)
            sign = document.DecimalSignOf(columns.ColumnOf(ImportField.Amount));
        batch.SetReading(
            document.Dialect.Encoding.WebName, document.Dialect.Delimiter, document.Dialect.SkippedLines, sign,
            ImportJson.Cells(document.Header), ImportMappings.Write(columns.Columns));
        if (asked.Mapping is not null)
            await RememberAsync(batch, document.Header, cancellationToken);
        return new ImportReading(batch.Kind, document.Header, columns, sign, Today);
    }

    private async IAsyncEnumerable<ImportRow> RowsAsync(
        ImportBatch batch, CsvDocument document, ImportReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var chunk in document.ReadRowsAsync(cancellationToken).Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            if (Array.Find(chunk, r => r.IsFatal) is { } fatal)
                throw new InputException([.. fatal.Errors]);
            var linked = await references.LinkAsync(batch, [.. chunk.Select(reading.Parse)], cancellationToken);
            for (var i = 0; i < chunk.Length; i++)
            {
                var verdict = linked[i].Row.Verdict;
                var isTwice = verdict.UniqueKey is { } key && !seen.Add(key);
                yield return new ImportRow(batch.Id, chunk[i].Line, Cells(chunk[i], reading), FileDuplicates.Check(verdict, batch.Kind, isTwice));
            }
        }
    }

    // An unreadable row keeps empty cells, so that a person can type it in.
    private static string Cells(CsvRow row, ImportReading reading) =>
        ImportJson.Cells(row.Cells.Count > 0 ? row.Cells : [.. reading.Header.Select(_ => "")]);

    private async Task<ImportMapping?> RecallAsync(ImportKind kind, IReadOnlyList<string> header, CancellationToken cancellationToken)
    {
        var fingerprint = ImportMappings.Fingerprint(header);
        return await db.ImportMappings.SingleOrDefaultAsync(m => m.Kind == kind && m.HeaderFingerprint == fingerprint, cancellationToken);
    }

    private async Task RememberAsync(ImportBatch batch, IReadOnlyList<string> header, CancellationToken cancellationToken)
    {
        var remembered = await RecallAsync(batch.Kind, header, cancellationToken)
            ?? db.ImportMappings.Add(new ImportMapping(batch.Kind, ImportMappings.Fingerprint(header))).Entity;
        remembered.Remember(batch.Mapping, batch.DecimalSign);
    }
}

internal static class ImportMappings
{
    public static string Fingerprint(IReadOnlyList<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', header).ToUpperInvariant())));

    public static string Write(IReadOnlyDictionary<ImportField, int> mapping) => JsonSerializer.Serialize(mapping, ImportJson.Options);

    public static Dictionary<ImportField, int> Read(string json) => JsonSerializer.Deserialize<Dictionary<ImportField, int>>(json, ImportJson.Options) ?? [];
}

internal sealed class ImportCounter
{
    private ImportCounts _counts;

    public async IAsyncEnumerable<ImportRow> Watch(IAsyncEnumerable<ImportRow> rows)
    {
        await foreach (var row in rows)
        {
            _counts = _counts with
            {
                Valid = _counts.Valid + (row.State == ImportRowState.Valid ? 1 : 0),
                Invalid = _counts.Invalid + (row.State == ImportRowState.Invalid ? 1 : 0),
                Warnings = _counts.Warnings + (row.HasWarnings ? 1 : 0),
                ValidCents = _counts.ValidCents + (row.State == ImportRowState.Valid ? row.AmountCents : 0),
            };
            yield return row;
        }
    }

    public ImportCounts Result() => _counts;
}
