using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>A file to stage.</summary>
/// <param name="Stream">Read once, forward only.</param>
/// <param name="KindOf">What the file holds; null when nobody knows.</param>
/// <param name="CreditorAccountId">Whose mandates it means.</param>
/// <param name="CreditorKey">Where they are known already.</param>
internal sealed record ImportContent(Stream Stream, Func<IRowSource, ImportKind?> KindOf, Guid? CreditorAccountId, string? CreditorKey = null);

/// <summary>Reads a file into staged rows, in constant memory and one transaction.</summary>
internal sealed class ImportStaging(
    SepaDbContext db, ImportReferences references, ImportMappings mappings, ImportRights rights, CreditorKeys creditors, SameFiles sameFiles,
    IBlobContainer blobs, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    private const int ChunkSize = 2_000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Stores the bytes before any lock is taken, an upload may be slow, and reads them before they get their name: a process that
    /// dies here leaves neither rows nor a file.
    /// </summary>
    public Task StageAsync(ImportBatch batch, ImportContent content, CancellationToken cancellationToken) => blobs.SaveAsync(
        batch.BlobName,
        async file =>
        {
            await StoreAsync(batch, content.Stream, file, cancellationToken);
            var source = await RowSources.OpenAsync(file, cancellationToken: cancellationToken);
            await DescribeAsync(batch, content, source, cancellationToken);
            db.ImportBatches.Add(batch);
            await ReadAsync(batch, source, new RereadImportDto(), cancellationToken);
        },
        cancellationToken);

    /// <summary>Replaces the staged rows by what the file says, read as asked or as it looks.</summary>
    public async Task ReadAsync(ImportBatch batch, RereadImportDto asked, CancellationToken cancellationToken)
    {
        await using var file = await blobs.OpenReadAsync(batch.BlobName, cancellationToken);
        var chosen = batch.Format == ImportFormat.Csv ? ImportDialects.Read(asked.Dialect, batch.SkippedLines) : null;
        await ReadAsync(batch, await RowSources.OpenAsync(file, chosen, cancellationToken), asked, cancellationToken);
    }

    private static async Task StoreAsync(ImportBatch batch, Stream content, Stream file, CancellationToken cancellationToken)
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

        batch.SetFile(hashing.Sha256(), hashing.Size);
    }

    private async Task DescribeAsync(ImportBatch batch, ImportContent content, IRowSource source, CancellationToken cancellationToken)
    {
        var kind = content.KindOf(source) ?? throw new InputException(new FieldError(nameof(StageImportInput.Kind), SepaErrorCodes.ImportKindMissing));
        await rights.CheckAsync(kind, cancellationToken);
        var creditorKey = kind == ImportKind.Transfers ? "" : content.CreditorKey ?? await creditors.GetAsync(content.CreditorAccountId, cancellationToken);
        batch.SetContent(source.Format, kind, creditorKey);
        await sameFiles.NoticeAsync(batch, cancellationToken);
    }

    private async Task ReadAsync(ImportBatch batch, IRowSource source, RereadImportDto asked, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var reading = new ImportReading(batch.Kind, source.Header, await mappings.ChooseAsync(batch, source, asked, cancellationToken), batch.DecimalSign, Today);
        await db.SaveChangesAsync(cancellationToken);
        await db.ImportRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(cancellationToken);
        var counter = new ImportCounter();
        await db.BulkInsertAsync(counter.Watch(RowsAsync(batch, source, reading, cancellationToken)), cancellationToken);
        batch.SetCounts(counter.Result());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async IAsyncEnumerable<ImportRow> RowsAsync(
        ImportBatch batch, IRowSource source, ImportReading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var chunk in Rows(batch, source, reading, cancellationToken).Chunk(ChunkSize).WithCancellation(cancellationToken))
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
    private static string Cells(FileRow row, ImportReading reading) =>
        ImportJson.Cells(row.Cells.Count > 0 ? row.Cells : [.. reading.Header.Select(_ => "")]);

    private static IAsyncEnumerable<FileRow> Rows(ImportBatch batch, IRowSource source, ImportReading reading, CancellationToken cancellationToken)
    {
        var rows = source.ReadRowsAsync(batch.DecimalSign, cancellationToken);
        return batch is { IsPaymentFile: true, Kind: ImportKind.Mandates } ? rows.Where(new RepeatedMandates(reading.Columns).IsNew) : rows;
    }
}
