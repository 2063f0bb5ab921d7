using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Credit-transfer orders of the current company (SEP-03).</summary>
public interface ITransferAppService : IApplicationService
{
    /// <summary>A page of the list, newest first. Needs <see cref="SepaPermissions.Transfers.Default"/>.</summary>
    Task<PagedResult<TransferDto>> GetListAsync(GetTransfersInput input, CancellationToken cancellationToken = default);

    /// <summary>Number and sum of all that match, paging aside.</summary>
    Task<OrderTotalDto> GetTotalAsync(GetTransfersInput input, CancellationToken cancellationToken = default);

    /// <summary>One transfer.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<TransferDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a waiting transfer. Needs <see cref="SepaPermissions.Transfers.Create"/>.</summary>
    /// <exception cref="InputException">Every wrong field with its code.</exception>
    Task<TransferDto> CreateAsync(CreateTransferDto input, CancellationToken cancellationToken = default);

    /// <summary>Takes back a waiting transfer; the end-to-end reference stays used.</summary>
    /// <exception cref="BusinessException">Sepa:OrderNotWaiting.</exception>
    Task CancelAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a waiting transfer of the same amount to the same creditor for one that the bank rejected or that came back. The former one
    /// stays as it is; it has one second attempt at most.
    /// </summary>
    /// <exception cref="BusinessException">Sepa:OrderNotFailed, Sepa:TriedAgain.</exception>
    Task<TransferDto> PayAgainAsync(Guid id, CancellationToken cancellationToken = default);
}
