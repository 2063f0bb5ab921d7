using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Remittances of the current company: direct debits and credit transfers (SEP-03, SEP-05, SEP-06, SEP-08).</summary>
public interface IRemittanceAppService : IApplicationService
{
    /// <summary>A page of the list, newest first.</summary>
    Task<PagedResult<RemittanceListDto>> GetListAsync(GetRemittancesInput input, CancellationToken cancellationToken = default);

    /// <summary>Sums of all that match, paging aside.</summary>
    Task<RemittanceTotalDto> GetTotalAsync(GetRemittancesInput input, CancellationToken cancellationToken = default);

    /// <summary>One remittance.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<RemittanceDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>A page of its orders in file order.</summary>
    Task<PagedResult<RemittanceLineDto>> GetLinesAsync(Guid id, GetRemittanceLinesInput input, CancellationToken cancellationToken = default);

    /// <summary>What <see cref="CreateAsync"/> would take now.</summary>
    Task<RemittancePreviewDto> PreviewAsync(
        Guid creditorAccountId, PaymentScheme scheme, OrderSelectionDto selection, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes waiting orders into a new draft and checks them. Repeating it with the same id answers the first result. Transfers need
    /// <see cref="SepaPermissions.Transfers.Create"/> as well.
    /// </summary>
    /// <exception cref="BusinessException">Sepa:NothingToCollect, Sepa:CreditorAccountNotApproved, Sepa:AccountCannotCollect.</exception>
    Task<RemittanceDto> CreateAsync(CreateRemittanceDto input, CancellationToken cancellationToken = default);

    /// <summary>Reads mandates again and checks every order of a draft.</summary>
    Task<RemittanceDto> CheckAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Takes an order out of a draft; it waits again.</summary>
    Task<RemittanceDto> RemoveLineAsync(Guid id, Guid orderId, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Takes every order with an error out of a draft.</summary>
    Task<RemittanceDto> RemoveLinesWithErrorsAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Acknowledges the present warnings; new ones ask again.</summary>
    Task<RemittanceDto> AcknowledgeWarningsAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Draft to submitted, after a new check.</summary>
    /// <exception cref="BusinessException">Sepa:RemittanceHasErrors, Sepa:WarningsNotAcknowledged.</exception>
    Task<RemittanceDto> SubmitAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Submitted back to draft, by its submitter or creator.</summary>
    Task<RemittanceDto> WithdrawAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Approves, after a new check; the last approval needed makes the file. Refused for anyone who prepared it (Sepa:FourEyes).
    /// </summary>
    /// <exception cref="BusinessException">Sepa:FourEyes, Sepa:RemittanceChanged, Sepa:RemittanceHasErrors, Sepa:ApprovedTwice.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<RemittanceDto> ApproveAsync(Guid id, ApproveRemittanceDto input, CancellationToken cancellationToken = default);

    /// <summary>Submitted back to draft, for a reason.</summary>
    Task<RemittanceDto> RejectAsync(Guid id, RejectRemittanceDto input, CancellationToken cancellationToken = default);

    /// <summary>Gives up a draft; its collections wait again.</summary>
    Task<RemittanceDto> CancelAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default);

    /// <summary>Opens the bank file after verifying its hash; recorded in the audit trail.</summary>
    /// <exception cref="BusinessException">Sepa:FileAltered; Sepa:RemittanceNotApproved.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<RemittanceDownload> DownloadAsync(Guid id, CancellationToken cancellationToken = default);
}
