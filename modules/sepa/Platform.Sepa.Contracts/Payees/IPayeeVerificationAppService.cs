using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Verification of Payee for the transfers of a remittance (SEP-05). Its verdicts are findings of the check: what does not match is a warning
/// that somebody must acknowledge before the remittance is submitted.
/// </summary>
public interface IPayeeVerificationAppService : IApplicationService
{
    /// <summary>How far the verification has come. Needs <see cref="SepaPermissions.Remittances.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<PayeeVerificationDto> GetAsync(Guid remittanceId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks for every payee of a draft that has no verdict of the last <see cref="PayeeLimits.ValidDays"/> days, as many as <see cref="PayeeLimits.Budget"/> allows, and checks the draft again.
    /// A payee that occurs twice is asked for once. Needs <see cref="SepaPermissions.Remittances.Create"/>.
    /// </summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    /// <exception cref="BusinessException">Sepa:NoPayeeVerifier, Sepa:RemittanceState unless a draft, Sepa:NotATransfer; a stale stamp.</exception>
    Task<PayeeVerificationDto> VerifyAsync(Guid remittanceId, Guid concurrencyStamp, CancellationToken cancellationToken = default);
}

/// <summary>Transfers of a remittance by the verdict on their payee.</summary>
/// <param name="IsAvailable">Whether a service verifies payees here.</param>
/// <param name="Matches">Transfers whose payee is right.</param>
/// <param name="CloseMatches">Transfers whose payee is almost right.</param>
/// <param name="NoMatches">Transfers whose account is somebody else's.</param>
/// <param name="NotPossible">Transfers on which nobody could say; asked for again by the next act.</param>
/// <param name="Open">Transfers nobody asked for yet, or too long ago.</param>
public sealed record PayeeVerificationDto(bool IsAvailable, int Matches, int CloseMatches, int NoMatches, int NotPossible, int Open);
