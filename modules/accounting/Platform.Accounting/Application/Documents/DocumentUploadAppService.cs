using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class DocumentUploadAppService(
    AccountingDbContext db, UploadChunks chunks, UploadCompletion completion, IBackgroundJobManager jobs, IPermissionChecker permissions, ICurrentUser user, TimeProvider clock)
    : IDocumentUploadAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<DocumentUploadDto> StartAsync(StartUploadInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var name = DocumentTexts.Name(input.Name);
        if (input.Size <= 0)
            throw Refused("Size", AccountingErrorCodes.UploadEmpty, input.Size);
        if (input.Size > DocumentLimits.MaxBytes)
            throw Refused("Size", AccountingErrorCodes.UploadTooLarge, input.Size);
        var upload = new DocumentUpload(name, input.Size, input.Type.Checked(), user.Id, Now);
        db.DocumentUploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload.ToDto();
    }

    public async Task<DocumentUploadDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return (await LoadAsync(id, cancellationToken)).ToDto();
    }

    public async Task<DocumentUploadDto> WriteAsync(Guid id, long offset, Stream content, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var upload = await LoadAsync(id, cancellationToken);
        if (IsReceived(upload, offset))
            return upload.ToDto();
        if (offset != upload.Received || upload.NextLength == 0)
            throw Refused("offset", AccountingErrorCodes.UploadOffset, offset);
        await chunks.SaveAsync(upload, content, cancellationToken);
        var (received, now) = (offset + upload.NextLength, Now);
        // Of two calls with the same chunk one finds nothing to do.
        await db.DocumentUploads.Where(u => u.Id == id && u.Received == offset)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.Received, received).SetProperty(u => u.ChangedAt, now), cancellationToken);
        return (await LoadAsync(id, cancellationToken)).ToDto();
    }

    public async Task<UploadResultDto> CompleteAsync(Guid id, CompleteUploadInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        return await completion.CompleteAsync(await LoadAsync(id, cancellationToken), input.KeepDuplicate, cancellationToken);
    }

    public async Task DiscardAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var upload = await LoadAsync(id, cancellationToken);
        await db.DocumentUploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellationToken);
        await jobs.EnqueueAsync(new DeleteUploadChunksArgs([.. upload.ChunkNames]), cancellationToken: cancellationToken);
    }

    private Task CheckAsync(CancellationToken cancellationToken) => permissions.CheckAsync(AccountingPermissions.Documents.Edit, cancellationToken);

    private async Task<DocumentUpload> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = user.Id;
        return await db.DocumentUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.PersonId == person, cancellationToken)
            ?? throw new EntityNotFoundException();
    }

    private static bool IsReceived(DocumentUpload upload, long offset) => offset >= 0 && offset < upload.Received && offset % DocumentLimits.ChunkBytes == 0;

    private static InputException Refused(string field, string code, long value) => new(new FieldError(field, code, $"{value}"));
}
