using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// Uploads in chunks that survive interruptions, for Accounting.Documents.Edit. An upload belongs to who started it; for everybody
/// else it does not exist. One that nothing happens to for a day is removed.
/// </summary>
public interface IDocumentUploadAppService : IApplicationService
{
    /// <summary>Begins an upload.</summary>
    /// <exception cref="InputException">Accounting:Required, Accounting:NameTooLong, Accounting:Characters, Accounting:UploadEmpty, Accounting:UploadTooLarge.</exception>
    Task<DocumentUploadDto> StartAsync(StartUploadInput input, CancellationToken cancellationToken = default);

    /// <summary>Where to go on.</summary>
    Task<DocumentUploadDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the next chunk; it is durable when this returns. A chunk that was received before changes nothing. The content is streamed, and
    /// nothing of a chunk that breaks off is kept.
    /// </summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">Where the chunk begins: what was received so far.</param>
    /// <param name="content">ChunkSize bytes, or what is left of the file.</param>
    /// <param name="cancellationToken">Keeps nothing of the chunk.</param>
    /// <exception cref="InputException">Accounting:UploadOffset, Accounting:UploadChunkSize, Accounting:UploadChanged.</exception>
    Task<DocumentUploadDto> WriteAsync(Guid id, long offset, Stream content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a document of an upload that is whole: joined, hashed, its media type read from its bytes, scanned for viruses where a scanner is
    /// configured. Repeated, it answers the same document.
    /// </summary>
    /// <exception cref="BusinessException">
    /// Accounting:UploadIncomplete; Accounting:Infected, which ends the upload; Accounting:ScannerUnavailable and Accounting:UploadRepeat, after
    /// which it can be completed again.
    /// </exception>
    Task<UploadResultDto> CompleteAsync(Guid id, CompleteUploadInput input, CancellationToken cancellationToken = default);

    /// <summary>Ends an upload and removes what was received; a document that it became stays.</summary>
    Task DiscardAsync(Guid id, CancellationToken cancellationToken = default);
}
