using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateDocumentAppService(
    SepaDbContext db, IBlobContainer blobs, IBackgroundJobManager jobs, IPermissionChecker permissions, IAuditLog audit, ICurrentUser user, TimeProvider clock)
    : IMandateDocumentAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<MandateDocumentDto>> GetListAsync(Guid mandateId, CancellationToken cancellationToken = default)
    {
        await GetMandateAsync(mandateId, SepaPermissions.Mandates.Default, cancellationToken);
        var documents = await db.MandateDocuments.AsNoTracking().Where(d => d.MandateId == mandateId).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        return documents.ConvertAll(d => d.ToDto());
    }

    public async Task<MandateDocumentDto> AddAsync(Guid mandateId, AddMandateDocumentInput input, CancellationToken cancellationToken = default)
    {
        await GetMandateAsync(mandateId, SepaPermissions.Mandates.Edit, cancellationToken);
        if (await db.MandateDocuments.CountAsync(d => d.MandateId == mandateId, cancellationToken) >= MandateDocumentLimits.MaxCount)
            throw Refused(SepaErrorCodes.MandateDocumentsMany);
        var name = FileNames.Clean(input.FileName, "mandate");
        var head = new byte[DocumentKind.HeadLength];
        var length = await input.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var kind = DocumentKind.Of(head.AsSpan(0, length)) ?? throw Refused(SepaErrorCodes.MandateDocumentType, name);
        var document = new MandateDocument(mandateId, name, kind, Actor.Of(user), Now);
        await StoreAsync(document, head.AsMemory(0, length), input.Content, cancellationToken);
        db.MandateDocuments.Add(document);
        Tell(MandateEventKind.DocumentAdded, document);
        await db.SaveChangesAsync(cancellationToken);
        return document.ToDto();
    }

    public async Task<MandateDocumentDownload> OpenAsync(Guid mandateId, Guid documentId, CancellationToken cancellationToken = default)
    {
        await GetMandateAsync(mandateId, SepaPermissions.Mandates.Default, cancellationToken);
        var document = await GetAsync(mandateId, documentId, cancellationToken);
        var content = await blobs.OpenReadAsync(document.BlobName, cancellationToken);
        try
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) != document.Sha256)
                throw new BusinessException(SepaErrorCodes.MandateDocumentAltered).WithData("file", document.FileName);
            content.Position = 0;
            audit.Add("Sepa.MandateDocument.Downloaded", nameof(MandateDocument), $"{document.Id}", new AuditChange(nameof(document.Sha256), null, document.Sha256));
            return new MandateDocumentDownload(document.ToDto(), content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public async Task RemoveAsync(Guid mandateId, Guid documentId, CancellationToken cancellationToken = default)
    {
        var mandate = await GetMandateAsync(mandateId, SepaPermissions.Mandates.Edit, cancellationToken);
        var document = await GetAsync(mandateId, documentId, cancellationToken);
        if (mandate.IsUsed)
            throw new BusinessException(SepaErrorCodes.MandateDocumentKept).WithData("reference", mandate.Reference);
        if (document.IsRecord)
            throw new BusinessException(SepaErrorCodes.MandateRecordKept).WithData("reference", mandate.Reference);
        db.MandateDocuments.Remove(document);
        Tell(MandateEventKind.DocumentRemoved, document);
        await jobs.EnqueueAsync(new DeleteMandateDocumentArgs(document.BlobName), cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    // Who does not see the mandate sees none of its papers.
    private async Task<Mandate> GetMandateAsync(Guid id, string permission, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(permission, cancellationToken);
        return await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
    }

    private async Task<MandateDocument> GetAsync(Guid mandateId, Guid id, CancellationToken cancellationToken) =>
        await db.MandateDocuments.SingleOrDefaultAsync(d => d.Id == id && d.MandateId == mandateId, cancellationToken) ?? throw new EntityNotFoundException();

    private Task StoreAsync(MandateDocument document, ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellationToken) => blobs.SaveAsync(
        document.BlobName,
        async file =>
        {
            await using var hashing = new HashingStream(file, MandateDocumentLimits.MaxBytes);
            try
            {
                await hashing.WriteAsync(head, cancellationToken);
                await rest.CopyToAsync(hashing, cancellationToken);
            }
            catch (FileTooLargeException)
            {
                throw Refused(SepaErrorCodes.MandateDocumentTooLarge);
            }

            document.SetFile(hashing.Size, hashing.Sha256());
        },
        cancellationToken);

    private void Tell(MandateEventKind kind, MandateDocument document) =>
        db.MandateEvents.Add(new MandateEvent(document.MandateId, kind, Actor.Of(user), Now, document.FileName));

    private static InputException Refused(string code, string? value = null) => new(new FieldError("Upload", code, value is null ? null : Shorten.To100(value)));
}
