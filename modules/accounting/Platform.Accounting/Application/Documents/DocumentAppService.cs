using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class DocumentAppService(
    AccountingDbContext db, DocumentQueries queries, QueueWriter queue, IBlobContainer blobs, IAuditLog audit, IPermissionChecker permissions, TimeProvider clock) : IDocumentAppService
{
    public async Task<PagedResult<DocumentDto>> GetListAsync(GetDocumentsInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<DocumentDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        return (await LoadAsync([id], cancellationToken))[0].ToDto();
    }

    public async Task<Guid?> GetNextAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        return await queries.GetNextAsync(id, cancellationToken);
    }

    public async Task<IReadOnlyList<DocumentPersonDto>> GetPeopleAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        return await queries.GetPeopleAsync(cancellationToken);
    }

    public async Task<DocumentDownload> OpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        var document = (await LoadAsync([id], cancellationToken))[0];
        var content = await blobs.OpenReadAsync(document.BlobName, cancellationToken);
        audit.Add("Accounting.Document.Downloaded", nameof(Document), $"{id}", new AuditChange(nameof(Document.Sha256), null, document.Sha256));
        return new DocumentDownload(document.ToDto(), content);
    }

    public async Task<DocumentDto> UpdateAsync(Guid id, UpdateDocumentInput input, CancellationToken cancellationToken = default)
    {
        var document = (await LoadForChangeAsync([id], cancellationToken))[0];
        db.Entry(document).Property(d => d.ConcurrencyStamp).OriginalValue = input.ConcurrencyStamp;
        document.Describe(DocumentTexts.Name(input.Name), input.Type.Checked(), DocumentTexts.Tags(input.Tags ?? []));
        await FollowAsync([document], cancellationToken);
        return document.ToDto();
    }

    public async Task SetTypeAsync(SetDocumentTypeInput input, CancellationToken cancellationToken = default)
    {
        var documents = await LoadForChangeAsync(input.Ids, cancellationToken);
        foreach (var document in documents)
            document.Describe(document.Name, input.Type.Checked(), document.TagList);
        await FollowAsync(documents, cancellationToken);
    }

    public async Task AddTagAsync(TagDocumentsInput input, CancellationToken cancellationToken = default)
    {
        foreach (var document in await LoadForChangeAsync(input.Ids, cancellationToken))
            document.Describe(document.Name, document.Type, DocumentTexts.Tags(document.TagList.Append(DocumentTexts.Tag(input.Tag))));
    }

    public async Task TrashAsync(DocumentsInput input, CancellationToken cancellationToken = default)
    {
        foreach (var document in await LoadForChangeAsync(input.Ids, cancellationToken))
            document.Trash(clock.GetUtcNow().UtcDateTime);
    }

    public async Task RestoreAsync(DocumentsInput input, CancellationToken cancellationToken = default)
    {
        foreach (var document in await LoadForChangeAsync(input.Ids, cancellationToken))
            document.Restore(clock.GetUtcNow().UtcDateTime);
    }

    // What the accountant has in the queue is called there as it is here.
    private async Task FollowAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (documents.Where(d => d.State != DocumentState.New).ToList() is { Count: > 0 } handedOver)
            await queue.FollowAsync(handedOver, cancellationToken);
    }

    private Task CheckAsync(string permission, CancellationToken cancellationToken) => permissions.CheckAsync(permission, cancellationToken);

    private async Task<IReadOnlyList<Document>> LoadForChangeAsync(IReadOnlyList<Guid>? ids, CancellationToken cancellationToken)
    {
        await CheckAsync(AccountingPermissions.Documents.Edit, cancellationToken);
        return ids is { Count: > 0 and <= DocumentLimits.MaxBulk }
            ? await LoadAsync([.. ids.Distinct()], cancellationToken)
            : throw new InputException(new FieldError("Ids", AccountingErrorCodes.BulkSize, $"{ids?.Count ?? 0}"));
    }

    // All of them or none.
    private async Task<IReadOnlyList<Document>> LoadAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var documents = await db.Documents.Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken);
        return documents.Count == ids.Length ? documents : throw new EntityNotFoundException();
    }
}
