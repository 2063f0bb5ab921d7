using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Reversals of the current company (SEP-11; EPC016-06 and EPC222-07, 4.3.4): the creditor gives a settled collection back, in full, within
/// five TARGET days of its due date. Each is an order that goes out with a remittance of its own.
/// </summary>
public interface IReversalAppService : IApplicationService
{
    /// <summary>A page of the list, newest first. Needs <see cref="SepaPermissions.Reversals.Default"/>; accounts out of reach are left out.</summary>
    Task<PagedResult<ReversalDto>> GetListAsync(GetReversalsInput input, CancellationToken cancellationToken = default);

    /// <summary>Number and sum of all that match, paging aside.</summary>
    Task<OrderTotalDto> GetTotalAsync(GetReversalsInput input, CancellationToken cancellationToken = default);

    /// <summary>One reversal.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<ReversalDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>What waits, by the remittance whose collections are given back: each makes one remittance of reversals.</summary>
    Task<IReadOnlyList<WaitingReversalsDto>> GetWaitingAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a waiting reversal for each collection, or none at all. A collection has one reversal at most, whoever asks at the same time; only
    /// one that the bank refused, or whose money came back, may be followed by another. Needs <see cref="SepaPermissions.Reversals.Create"/>.
    /// </summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    /// <exception cref="BusinessException">
    /// Sepa:ReversalNotIssued, Sepa:OriginalUnanswered, Sepa:OriginalFailed, Sepa:AlreadyReversed, Sepa:ReversalTooEarly, Sepa:ReversalTooLate.
    /// </exception>
    /// <exception cref="InputException">No collection, more than 1,000, or no reason.</exception>
    Task<IReadOnlyList<ReversalDto>> CreateAsync(CreateReversalsDto input, CancellationToken cancellationToken = default);

    /// <summary>Takes back a waiting reversal: the collection may be given back anew.</summary>
    /// <exception cref="BusinessException">Sepa:OrderNotWaiting.</exception>
    Task CancelAsync(Guid id, CancellationToken cancellationToken = default);
}
