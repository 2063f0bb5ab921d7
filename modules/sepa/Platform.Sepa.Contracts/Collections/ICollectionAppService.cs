using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Direct-debit orders of the current company.</summary>
public interface ICollectionAppService : IApplicationService
{
    /// <summary>A page of the list, newest first.</summary>
    Task<PagedResult<CollectionDto>> GetListAsync(GetCollectionsInput input, CancellationToken cancellationToken = default);

    /// <summary>Number and sum of all that match, paging aside.</summary>
    Task<OrderTotalDto> GetTotalAsync(GetCollectionsInput input, CancellationToken cancellationToken = default);

    /// <summary>One collection.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<CollectionDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a waiting collection.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<CollectionDto> CreateAsync(CreateCollectionDto input, CancellationToken cancellationToken = default);

    /// <summary>Takes back a waiting collection; the end-to-end reference stays used.</summary>
    /// <exception cref="BusinessException">Sepa:OrderNotWaiting.</exception>
    Task CancelAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a waiting collection of the same amount on the same mandate for one that the bank rejected, returned or refunded. The former
    /// one stays as it is; it has one second attempt at most, which may itself be collected again.
    /// </summary>
    /// <exception cref="BusinessException">Sepa:OrderNotFailed, Sepa:TriedAgain.</exception>
    Task<CollectionDto> CollectAgainAsync(Guid id, CancellationToken cancellationToken = default);
}
