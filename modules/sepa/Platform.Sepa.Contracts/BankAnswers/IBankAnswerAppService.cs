using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// What banks answer (SEP-11): pain.002, camt.053 and camt.054. A file is stored and matched in one transaction or not at all. Whoever
/// is limited to chosen creditor accounts sees none: a statement names all of them.
/// </summary>
public interface IBankAnswerAppService : IApplicationService
{
    /// <summary>A page of files, newest first.</summary>
    Task<PagedResult<BankAnswerDto>> GetListAsync(GetBankAnswersInput input, CancellationToken cancellationToken = default);

    /// <summary>One file.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<BankAnswerDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>A page of items: of one file in its order, of all files the newest first.</summary>
    Task<PagedResult<BankAnswerItemDto>> GetItemsAsync(GetBankAnswerItemsInput input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a file, finds the collections it speaks of and gives them their bank state; streams, whatever its size. Found by the
    /// original message and the end-to-end reference, else the end-to-end reference, else mandate and amount where only one fits.
    /// </summary>
    /// <exception cref="InputException">Sepa:Answer..., with the path of the element and its line. Nothing is kept.</exception>
    /// <exception cref="BusinessException">Sepa:AnswerTwice: the very same file is there already.</exception>
    Task<BankAnswerDto> ImportAsync(ImportBankAnswerInput input, CancellationToken cancellationToken = default);

    /// <summary>Gives an unmatched item its collection, with everything that follows for it.</summary>
    /// <exception cref="BusinessException">Sepa:AnswerItemHandled.</exception>
    /// <exception cref="InputException">Sepa:OrderNotIssued: no issued collection has this reference.</exception>
    Task<BankAnswerItemDto> AssignAsync(Guid itemId, AssignBankAnswerItemDto input, CancellationToken cancellationToken = default);

    /// <summary>Lays an unmatched item aside.</summary>
    /// <exception cref="BusinessException">Sepa:AnswerItemHandled.</exception>
    Task<BankAnswerItemDto> SetAsideAsync(Guid itemId, SetAsideBankAnswerItemDto input, CancellationToken cancellationToken = default);

    /// <summary>What the bank made of a remittance; needs the right to see remittances only.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<RemittanceOutcomeDto> GetOutcomeAsync(Guid remittanceId, CancellationToken cancellationToken = default);
}
