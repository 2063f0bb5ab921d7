using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// What the accountant does with the documents of the current company, and the company's answers. Acts of a firm's people are theirs,
/// for the firm. All or nothing where several documents are named.
/// </summary>
public interface IDocumentWorkAppService : IApplicationService
{
    /// <summary>Questions and answers about a document, the oldest first. Needs <see cref="AccountingPermissions.Documents.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">No such document in the current company.</exception>
    Task<IReadOnlyList<DocumentMessageDto>> GetMessagesAsync(Guid documentId, CancellationToken cancellationToken = default);

    /// <summary>Takes documents for the books. Needs <see cref="AccountingPermissions.Documents.Process"/>.</summary>
    /// <exception cref="BusinessException">Accounting:WorkState, with the document's name: it was not handed over, or is booked.</exception>
    Task AcceptAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default);

    /// <summary>Asks the company about a document; its people are told. Needs <see cref="AccountingPermissions.Documents.Process"/>.</summary>
    /// <exception cref="InputException">Text: Accounting:Required, Accounting:Max2000.</exception>
    /// <exception cref="BusinessException">Accounting:WorkState.</exception>
    Task AskAsync(Guid documentId, string? text, CancellationToken cancellationToken = default);

    /// <summary>Answers the question; the document waits for the accountant again. Needs <see cref="AccountingPermissions.Documents.Edit"/>.</summary>
    /// <exception cref="InputException">Text: Accounting:Required, Accounting:Max2000.</exception>
    /// <exception cref="BusinessException">Accounting:NoQuestion.</exception>
    Task AnswerAsync(Guid documentId, string? text, CancellationToken cancellationToken = default);

    /// <summary>Marks documents as booked. Needs <see cref="AccountingPermissions.Documents.Process"/>. Nothing happens to a booked one.</summary>
    /// <exception cref="BusinessException">Accounting:WorkState.</exception>
    Task BookAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken = default);
}

/// <summary>What to say.</summary>
/// <param name="Text">Plain text, at most 2,000 characters.</param>
public sealed record MessageInput(string? Text);

/// <summary>A question or an answer.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="IsFromAccountant">Of the accountant; else an answer of the company.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Name of the person.</param>
/// <param name="Firm">The firm for which the person acted; null for the company's own people.</param>
public sealed record DocumentMessageDto(Guid Id, bool IsFromAccountant, string Text, DateTime At, string? By, string? Firm);
