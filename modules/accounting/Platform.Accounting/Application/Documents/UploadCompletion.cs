using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Makes a document of an upload. Its transaction begins after the scan and the writing of the content.</summary>
internal sealed class UploadCompletion(
    AccountingDbContext db, UploadChunks chunks, DocumentContents contents, IVirusScanner scanner, IBackgroundJobManager jobs, IAuditLog audit, IUnitOfWork unitOfWork, ICurrentUser user, TimeProvider clock)
    : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<UploadResultDto> CompleteAsync(DocumentUpload upload, bool keepDuplicate, CancellationToken cancellationToken)
    {
        if (upload.DocumentId is { } done)
            return new UploadResultDto((await FindAsync(d => d.Id == done, cancellationToken) ?? throw new EntityNotFoundException()).ToDto(), IsDuplicate: false);
        if (upload.Received < upload.Size)
            throw new BusinessException(AccountingErrorCodes.UploadIncomplete).WithData("received", upload.Received).WithData("size", upload.Size);
        var content = await DescribeAsync(upload, cancellationToken);
        if (!keepDuplicate && await FindAsync(d => d.Sha256 == content.Sha256, cancellationToken) is { } original)
            return new UploadResultDto(original.ToDto(), IsDuplicate: true);
        var document = new Document(upload.Name, upload.Type, content, user.Id, user.Info.Name, Now)
        {
            ScannedAt = await ScanAsync(upload, content.Sha256, cancellationToken) ? Now : null,
        };
        await contents.WriteAsync(document.BlobName, () => chunks.Open(upload), cancellationToken);
        return await KeepAsync(upload.Id, document, cancellationToken);
    }

    private async Task<DocumentContent> DescribeAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        await using var content = chunks.Open(upload);
        return await DocumentContents.DescribeAsync(content, cancellationToken);
    }

    // Outside the trash first: that is where people look.
    private Task<Document?> FindAsync(System.Linq.Expressions.Expression<Func<Document, bool>> which, CancellationToken cancellationToken) =>
        db.Documents.AsNoTracking().Where(which).OrderBy(d => d.TrashedAt != null).ThenBy(d => d.Id).FirstOrDefaultAsync(cancellationToken);

    /// <returns>Whether a scanner found it clean; false where there is none.</returns>
    private async Task<bool> ScanAsync(DocumentUpload upload, string sha256, CancellationToken cancellationToken)
    {
        await using var content = chunks.Open(upload);
        var result = await scanner.ScanAsync(content, cancellationToken);
        if (result.Verdict != VirusVerdict.Infected)
            return result.Verdict == VirusVerdict.Clean;
        await db.DocumentUploads.Where(u => u.Id == upload.Id).ExecuteDeleteAsync(cancellationToken);
        await jobs.EnqueueAsync(new DeleteUploadChunksArgs([.. upload.ChunkNames]), cancellationToken: cancellationToken);
        audit.Add("Accounting.Document.Infected", nameof(DocumentUpload), $"{upload.Id}",
            new AuditChange("Name", null, upload.Name), new AuditChange("Signature", null, result.Signature), new AuditChange("Sha256", null, sha256));
        // The refusal undoes what is not committed.
        await unitOfWork.CompleteAsync(cancellationToken);
        throw new BusinessException(AccountingErrorCodes.Infected).WithData("signature", result.Signature);
    }

    private async Task<UploadResultDto> KeepAsync(Guid uploadId, Document document, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        // The write that changes nothing waits for a removal of the same content and makes the next one wait for this.
        await db.Documents.Where(d => d.Sha256 == document.Sha256).ExecuteUpdateAsync(s => s.SetProperty(d => d.Name, d => d.Name), cancellationToken);
        if (!await contents.ExistsAsync(document.BlobName, cancellationToken))
            throw new BusinessException(AccountingErrorCodes.UploadRepeat);
        var (id, now) = (document.Id, Now);
        var mine = await db.DocumentUploads.Where(u => u.Id == uploadId && u.DocumentId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.DocumentId, id).SetProperty(u => u.ChangedAt, now), cancellationToken);
        var upload = await db.DocumentUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId, cancellationToken) ?? throw new EntityNotFoundException();
        if (mine == 0)
            return new UploadResultDto((await FindAsync(d => d.Id == upload.DocumentId, cancellationToken) ?? throw new EntityNotFoundException()).ToDto(), IsDuplicate: false);
        db.Documents.Add(document);
        await jobs.EnqueueAsync(new DeleteUploadChunksArgs([.. upload.ChunkNames]), cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadResultDto(document.ToDto(), IsDuplicate: false);
    }
}
