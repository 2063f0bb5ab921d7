using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// Handoffs of documents to the company's accountant: one zip for each, which stays as it was made. Whoever keeps the books outside the
/// platform gets a mail with a link to it.
/// </summary>
public interface IHandoffAppService : IApplicationService
{
    /// <summary>What a handoff would hold, and how long its link may last. Changes nothing. Needs <see cref="AccountingPermissions.Handoffs.Send"/>.</summary>
    /// <exception cref="InputException">Accounting:HandoffPeriod, Accounting:HandoffTooManyChosen, Accounting:HandoffDocumentUnknown, Accounting:HandoffDocumentSent.</exception>
    Task<HandoffPreviewDto> PreviewAsync(HandoffChoice choice, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a handoff and mails its link. Its documents are <see cref="DocumentState.Sent"/> with it: of two handoffs at the same moment one holds
    /// a document. The same key again gives the handoff it made. Needs <see cref="AccountingPermissions.Handoffs.Send"/>.
    /// </summary>
    /// <exception cref="InputException">As above; Accounting:HandoffMessage, Accounting:HandoffDays.</exception>
    /// <exception cref="BusinessException">Accounting:HandoffEmpty, Accounting:HandoffTooLarge, Accounting:HandoffWithoutAccountant.</exception>
    /// <exception cref="EntityNotFoundException">The handoff it adds to is not one of this company.</exception>
    Task<HandoffDto> CreateAsync(CreateHandoffDto input, CancellationToken cancellationToken = default);

    /// <summary>Newest first. Needs <see cref="AccountingPermissions.Handoffs.Default"/>, as all that follows unless it says otherwise.</summary>
    /// <exception cref="InputException">Accounting:CursorInvalid.</exception>
    Task<PagedResult<HandoffListDto>> GetListAsync(GetHandoffsInput input, CancellationToken cancellationToken = default);

    /// <summary>One handoff with its links and its latest downloads.</summary>
    /// <exception cref="EntityNotFoundException">No such handoff in this company.</exception>
    Task<HandoffDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>What is in the zip, in its order.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="InputException">Accounting:CursorInvalid.</exception>
    Task<PagedResult<HandoffItemDto>> GetItemsAsync(Guid id, string? cursor = null, int pageSize = 50, CancellationToken cancellationToken = default);

    /// <summary>
    /// Mails another link to the handoff's recipient; those that are out stay. A revoked handoff opens again. Needs
    /// <see cref="AccountingPermissions.Handoffs.Send"/>.
    /// </summary>
    /// <param name="id">Handoff.</param>
    /// <param name="linkDays">Null for the default.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="InputException">Accounting:HandoffDays.</exception>
    /// <exception cref="BusinessException">Accounting:HandoffWithoutAddress for an accountant who reads on the platform.</exception>
    Task<HandoffDto> ResendAsync(Guid id, int? linkDays = null, CancellationToken cancellationToken = default);

    /// <summary>Revokes every link of it. No error where none is open. Needs <see cref="AccountingPermissions.Handoffs.Send"/>.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    Task<HandoffDto> RevokeAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The zip, for a member of the company. A start is recorded in the audit trail and in the handoff's log.</summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    Task<HandoffZip> DownloadAsync(Guid id, HandoffZipRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Limits of handoffs.</summary>
public static class HandoffLimits
{
    /// <summary>Most documents of one handoff.</summary>
    public const int Documents = 20_000;

    /// <summary>Most documents that are named one by one.</summary>
    public const int Chosen = 1_000;

    /// <summary>Longest message, characters.</summary>
    public const int Message = 1_000;
}
