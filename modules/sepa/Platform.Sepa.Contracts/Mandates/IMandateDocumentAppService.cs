using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Signed papers of a mandate (SEP-02): the proof that a creditor must show when a debtor's bank asks for it.</summary>
public interface IMandateDocumentAppService : IApplicationService
{
    /// <summary>Oldest first. Needs <see cref="SepaPermissions.Mandates.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">No such mandate in this company, or out of sight.</exception>
    Task<IReadOnlyList<MandateDocumentDto>> GetListAsync(Guid mandateId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a paper. Needs <see cref="SepaPermissions.Mandates.Edit"/>.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="InputException">Sepa:MandateDocumentType, Sepa:MandateDocumentTooLarge, Sepa:MandateDocumentsMany.</exception>
    Task<MandateDocumentDto> AddAsync(Guid mandateId, AddMandateDocumentInput input, CancellationToken cancellationToken = default);

    /// <summary>The bytes that were kept, verified. Needs <see cref="SepaPermissions.Mandates.Default"/>; recorded in the audit trail.</summary>
    /// <exception cref="EntityNotFoundException">As above, also for a paper of another mandate.</exception>
    /// <exception cref="BusinessException">Sepa:MandateDocumentAltered.</exception>
    Task<MandateDocumentDownload> OpenAsync(Guid mandateId, Guid documentId, CancellationToken cancellationToken = default);

    /// <summary>Removes a paper of a mandate that was never used. Needs <see cref="SepaPermissions.Mandates.Edit"/>.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="BusinessException">Sepa:MandateDocumentKept once a collection was issued; Sepa:MandateRecordKept for the record of an online signature.</exception>
    Task RemoveAsync(Guid mandateId, Guid documentId, CancellationToken cancellationToken = default);
}

/// <summary>Limits of signed papers.</summary>
public static class MandateDocumentLimits
{
    /// <summary>Largest file.</summary>
    public const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>Most files of a mandate.</summary>
    public const int MaxCount = 20;
}

/// <summary>A file with a signed paper.</summary>
/// <param name="FileName">As the person calls it; it gets the ending of its kind.</param>
/// <param name="Content">PDF, PNG or JPEG: decided by what is in it.</param>
public sealed record AddMandateDocumentInput(string? FileName, Stream Content);

/// <summary>A signed paper.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">With the ending of its kind.</param>
/// <param name="MediaType">application/pdf, image/png or image/jpeg; text/plain for the record of an online signature.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="AddedByName">Who added it.</param>
/// <param name="IsRecord">The record of an online signature: it stays.</param>
public sealed record MandateDocumentDto(Guid Id, string FileName, string MediaType, long Size, string Sha256, DateTime AddedAt, string? AddedByName, bool IsRecord);

/// <summary>A paper to read; the receiver disposes the content.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Content">Its bytes from their start.</param>
public sealed record MandateDocumentDownload(MandateDocumentDto Document, Stream Content);
