using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Proof files (AUD-06): what is on record of one issued order, in an archive that needs nothing else to be checked.</summary>
public interface IOrderProofAppService : IApplicationService
{
    /// <summary>
    /// Writes a zip with the order, the remittance with its approvals and its hand-over (JSON), the bank file with its signatures as they were
    /// made, the answers of the bank that speak of the order, a list of all these with their hashes, and how they are verified, in English and
    /// French. Recorded in the audit trail. Needs <see cref="SepaPermissions.Remittances.Download"/> for the account.
    /// </summary>
    /// <param name="remittanceId">Remittance in which the order stands.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="output">Left open; need not be seekable.</param>
    /// <param name="cancellationToken">Cancels; what was written is worthless then.</param>
    /// <returns>A name for the archive.</returns>
    /// <exception cref="EntityNotFoundException">Not in this company, out of reach, or not in this remittance.</exception>
    /// <exception cref="BusinessException">Sepa:RemittanceNotApproved; Sepa:FileAltered where a file is not what was kept.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<string> WriteAsync(Guid remittanceId, Guid orderId, Stream output, CancellationToken cancellationToken = default);
}
