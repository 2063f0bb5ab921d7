using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Documents of the current company. Reading asks for Accounting.Documents, changing for Accounting.Documents.Edit.</summary>
public interface IDocumentAppService : IApplicationService
{
    /// <summary>A page of documents, newest first.</summary>
    /// <exception cref="InputException">Accounting:CursorInvalid, Accounting:PageSize, Accounting:HashPrefix.</exception>
    Task<PagedResult<DocumentDto>> GetListAsync(GetDocumentsInput input, CancellationToken cancellationToken = default);

    /// <summary>One document, also from the trash.</summary>
    Task<DocumentDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The document that arrived before this one, else the newest; null where there is no other outside the trash.</summary>
    Task<Guid?> GetNextAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Everybody who uploaded something, by name.</summary>
    Task<IReadOnlyList<DocumentPersonDto>> GetPeopleAsync(CancellationToken cancellationToken = default);

    /// <summary>Opens the content and writes that into the audit trail.</summary>
    Task<DocumentDownload> OpenAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Renames, sorts and tags. Somebody else's change since it was read is a conflict.</summary>
    /// <exception cref="InputException">Accounting:Required, Accounting:NameTooLong, Accounting:TagTooLong, Accounting:Characters, Accounting:TagsMany.</exception>
    Task<DocumentDto> UpdateAsync(Guid id, UpdateDocumentInput input, CancellationToken cancellationToken = default);

    /// <summary>Gives documents one type.</summary>
    Task SetTypeAsync(SetDocumentTypeInput input, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag where it is missing.</summary>
    /// <exception cref="InputException">Accounting:TagsMany and those of one tag.</exception>
    Task AddTagAsync(TagDocumentsInput input, CancellationToken cancellationToken = default);

    /// <summary>Puts documents into the trash, from which they are removed for good after 30 days; those in it stay as they are.</summary>
    /// <exception cref="BusinessException">Accounting:DocumentKept: it was handed over and stays on record.</exception>
    Task TrashAsync(DocumentsInput input, CancellationToken cancellationToken = default);

    /// <summary>Takes documents out of the trash.</summary>
    /// <exception cref="BusinessException">Accounting:TrashOver: its 30 days have passed.</exception>
    Task RestoreAsync(DocumentsInput input, CancellationToken cancellationToken = default);
}
