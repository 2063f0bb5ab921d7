using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// Documents that clients handed to the current company, a firm: one list over all clients whose companies the person may enter now with
/// <see cref="AccountingPermissions.Documents.Process"/>. Needs <see cref="AccountingPermissions.Queue"/>; what is done to a document is done
/// in the client's company, for the firm, as by <see cref="IDocumentWorkAppService"/>, whose refusals it passes on.
/// </summary>
public interface IQueueAppService : IApplicationService
{
    /// <summary>What matches, what came last first.</summary>
    Task<PagedResult<QueueItemDto>> GetListAsync(QueueInput input, CancellationToken cancellationToken = default);

    /// <summary>Clients with documents in the queue, by name.</summary>
    Task<IReadOnlyList<QueueClientDto>> GetClientsAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes documents for the books.</summary>
    /// <exception cref="EntityNotFoundException">One of them is not in the queue, or its client is closed to the person.</exception>
    Task AcceptAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default);

    /// <summary>Asks the client about a document.</summary>
    Task AskAsync(Guid documentId, string? text, CancellationToken cancellationToken = default);

    /// <summary>Marks documents as booked.</summary>
    Task BookAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default);
}

/// <summary>What to list.</summary>
/// <param name="ClientId">Of this client only.</param>
/// <param name="State">In this state only; null for all that are not booked.</param>
/// <param name="Type">Of this type only.</param>
/// <param name="Search">Words of the document's or client's name; case and accents ignored.</param>
/// <param name="Cursor">Of the page before.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record QueueInput(
    Guid? ClientId = null, DocumentState? State = null, DocumentType? Type = null, string? Search = null, string? Cursor = null, int PageSize = 50);

/// <summary>A document of a client.</summary>
/// <param name="DocumentId">The document, in the client's company.</param>
/// <param name="ClientId">The client.</param>
/// <param name="ClientSlug">Segment of the client's URLs.</param>
/// <param name="ClientName">Legal name.</param>
/// <param name="ClientColor">"#rrggbb".</param>
/// <param name="Name">Of the document.</param>
/// <param name="Type">Of the document.</param>
/// <param name="State">Of the document.</param>
/// <param name="Size">In bytes.</param>
/// <param name="ArrivedAt">UTC; when it was handed over.</param>
public sealed record QueueItemDto(
    Guid DocumentId, Guid ClientId, string ClientSlug, string ClientName, string ClientColor, string Name, DocumentType Type, DocumentState State, long Size, DateTime ArrivedAt);

/// <summary>A client and what waits.</summary>
/// <param name="Id">The client.</param>
/// <param name="Name">Legal name.</param>
/// <param name="Waiting">Documents that are neither booked nor questioned.</param>
public sealed record QueueClientDto(Guid Id, string Name, int Waiting);

/// <summary>Documents were handed to a firm on the platform. A local event: handlers run in the same transaction, in the client's company.</summary>
/// <param name="FirmId">The firm.</param>
/// <param name="DocumentIds">The documents.</param>
public sealed record DocumentsHandedOverEto(Guid FirmId, IReadOnlyList<Guid> DocumentIds);
