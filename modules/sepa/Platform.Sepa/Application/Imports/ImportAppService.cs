using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class ImportAppService(
    SepaDbContext db, ImportQueries queries, ImportStaging staging, ImportRows rows, ImportConfirmation confirmation, ImportUndoing undoing,
    FailedRowsWriter failedRows, ImportRights rights, IBlobContainer blobs, IBackgroundJobManager jobs, IUnitOfWork unitOfWork, IFreshProof proof,
    ICurrentUser user, TimeProvider clock) : IImportAppService
{
    public IReadOnlyList<ImportFieldDto> GetFields(ImportKind kind) => queries.GetFields(kind);

    public async Task<PagedResult<ImportBatchDto>> GetListAsync(GetImportsInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<ImportBatchDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<PagedResult<ImportRowDto>> GetRowsAsync(Guid id, GetImportRowsInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await queries.GetRowsAsync(id, input, cancellationToken);
    }

    public async Task<ImportBatchDto> StageAsync(StageImportInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await StageAsync(input.FileName, new ImportContent(input.Content, source => source.Kind ?? input.Kind, input.CreditorAccountId), cancellationToken);
    }

    public async Task<ImportBatchDto> StageMandatesAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        if (batch.Format != ImportFormat.Pain008)
            throw new BusinessException(SepaErrorCodes.ImportHoldsNoMandates).WithData("file", batch.FileName);
        if (batch.Status == ImportStatus.Discarded)
            batch.RequireStaged();
        await using var content = await blobs.OpenReadAsync(batch.BlobName, cancellationToken);
        return await StageAsync(batch.FileName, new ImportContent(content, _ => ImportKind.Mandates, null, batch.CreditorKey), cancellationToken);
    }

    public Task<ImportBatchDto> RereadAsync(Guid id, RereadImportDto input, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            id,
            batch => batch.IsPaymentFile
                ? throw new BusinessException(SepaErrorCodes.ImportReadingFixed).WithData("file", batch.FileName)
                : staging.ReadAsync(batch, Complete(batch, input), cancellationToken),
            cancellationToken);

    public Task<ImportBatchDto> RevalidateAsync(Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, batch => rows.RecheckAllAsync(batch, cancellationToken), cancellationToken);

    public Task<ImportBatchDto> SkipInvalidRowsAsync(Guid id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, _ => rows.SkipInvalidAsync(id, cancellationToken), cancellationToken);

    public Task<ImportRowDto> CorrectRowAsync(Guid id, Guid rowId, CorrectRowDto input, CancellationToken cancellationToken = default) =>
        ChangeRowAsync(id, rowId, (batch, row) => rows.CorrectAsync(batch, row, input, cancellationToken), cancellationToken);

    public Task<ImportRowDto> SkipRowAsync(Guid id, Guid rowId, bool skip, CancellationToken cancellationToken = default) =>
        ChangeRowAsync(id, rowId, (batch, row) => rows.SkipAsync(batch, row, skip, cancellationToken), cancellationToken);

    public async Task<ImportResultDto> ConfirmAsync(Guid id, ConfirmImportDto input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var batch = await LockAsync(id, cancellationToken);
        await rights.CheckAsync(batch.Kind, cancellationToken);
        if (batch.Status != ImportStatus.Confirmed)
            await confirmation.ConfirmAsync(batch, input.AcceptSameFile, cancellationToken);
        return new ImportResultDto(batch.Id, batch.ValidRows, batch.SkippedRows, batch.ValidCents / 100m);
    }

    public async Task<ImportBatchDto> UndoAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var batch = await LockAsync(id, cancellationToken);
        await rights.CheckAsync(batch.Kind, cancellationToken);
        if (batch.Status != ImportStatus.Undone)
            await undoing.UndoAsync(batch, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task DiscardAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var batch = await LockAsync(id, cancellationToken);
        batch.Discard();
        await db.ImportRows.Where(r => r.BatchId == id).ExecuteDeleteAsync(cancellationToken);
        await jobs.EnqueueAsync(new DeleteImportFileArgs(batch.BlobName), cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task WriteFailedRowsAsync(Guid id, Stream output, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        await failedRows.WriteAsync(batch, output, cancellationToken);
    }

    private Task CheckAsync(CancellationToken cancellationToken) => rights.CheckAsync(cancellationToken);

    private async Task<ImportBatchDto> StageAsync(string? fileName, ImportContent content, CancellationToken cancellationToken)
    {
        var batch = new ImportBatch(FileNames.Clean(fileName), Actor.Of(user), clock.GetUtcNow().UtcDateTime);
        try
        {
            await staging.StageAsync(batch, content, cancellationToken);
        }
        catch
        {
            await blobs.DeleteAsync(batch.BlobName, CancellationToken.None);
            throw;
        }

        return await queries.GetAsync(batch.Id, cancellationToken);
    }

    // The write that changes nothing holds the row: two confirmations run one after the other, on every database.
    private async Task<ImportBatch> LockAsync(Guid id, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        await db.ImportBatches.Where(b => b.Id == id).ExecuteUpdateAsync(s => s.SetProperty(b => b.FileName, b => b.FileName), cancellationToken);
        return await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
    }

    private async Task<ImportBatchDto> ChangeAsync(Guid id, Func<ImportBatch, Task> change, CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var batch = await LockAsync(id, cancellationToken);
        batch.RequireStaged();
        await change(batch);
        await rows.CountAsync(batch, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    private async Task<ImportRowDto> ChangeRowAsync(Guid id, Guid rowId, Func<ImportBatch, ImportRow, Task> change, CancellationToken cancellationToken)
    {
        await ChangeAsync(id, async batch => await change(batch, await rows.GetAsync(id, rowId, cancellationToken)), cancellationToken);
        return await queries.GetRowAsync(id, rowId, cancellationToken);
    }

    private static RereadImportDto Complete(ImportBatch batch, RereadImportDto input) => new(
        input.Dialect ?? new ImportDialectDto(batch.Encoding, batch.Delimiter, batch.DecimalSign), input.Mapping ?? ImportMappings.Read(batch.Mapping));
}
