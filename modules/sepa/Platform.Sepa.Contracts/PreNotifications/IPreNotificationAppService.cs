using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Tells debtors of collections before they happen (SEP-13). Each order of an approved remittance has one pre-notification; mail goes out once,
/// at the wanted days ahead of the collection, or at once where that day has passed.
/// </summary>
public interface IPreNotificationAppService : IApplicationService
{
    /// <summary>A page of the list, newest orders first. Needs <see cref="SepaPermissions.Remittances.Default"/>, as all that reads.</summary>
    Task<PagedResult<PreNotificationDto>> GetListAsync(GetPreNotificationsInput input, CancellationToken cancellationToken = default);

    /// <summary>Number and sum of all that match, paging aside.</summary>
    Task<OrderTotalDto> GetTotalAsync(GetPreNotificationsInput input, CancellationToken cancellationToken = default);

    /// <summary>Counts of one remittance, or of all that the person reaches.</summary>
    /// <exception cref="EntityNotFoundException">The remittance is not in this company, or out of reach.</exception>
    Task<PreNotificationSummaryDto> GetSummaryAsync(Guid? remittanceId = null, CancellationToken cancellationToken = default);

    /// <summary>One pre-notification, by the key of its order.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    Task<PreNotificationDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends mail again, to this address, where the last one failed, went to the wrong one or there was none. Needs
    /// <see cref="SepaPermissions.Remittances.Create"/>, as all that acts.
    /// </summary>
    /// <exception cref="InputException">Sepa:Required, Sepa:EmailFormat on "Email".</exception>
    /// <exception cref="BusinessException">Sepa:PreNotificationState, Sepa:PreNotificationTooLate.</exception>
    Task<PreNotificationDto> SendAsync(Guid id, SendPreNotificationDto input, CancellationToken cancellationToken = default);

    /// <summary>Notes that people told these debtors; what was planned for them is not sent. All of them or none.</summary>
    /// <exception cref="EntityNotFoundException">One of them is not in this company, or out of reach.</exception>
    /// <exception cref="InputException">Sepa:Required on "Way", Sepa:ToldInFuture on "On", Sepa:ListParameter on "Ids".</exception>
    /// <exception cref="BusinessException">Sepa:PreNotificationState.</exception>
    Task ToldOtherwiseAsync(ToldOtherwiseDto input, CancellationToken cancellationToken = default);

    /// <summary>Plans those of an approved remittance that has none, such as one approved before they were switched on. Repeating it adds none and
    /// makes good what the background gave up.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    /// <exception cref="BusinessException">Sepa:PreNotificationsOff, Sepa:RemittanceNotApproved.</exception>
    Task<PreNotificationSummaryDto> PlanAsync(Guid remittanceId, CancellationToken cancellationToken = default);

    /// <summary>Letters to debtors without an address or whose mail failed, at most 200 at once, the nearest collection first.</summary>
    Task<IReadOnlyList<PreNotificationLetterDto>> GetLettersAsync(Guid? remittanceId = null, CancellationToken cancellationToken = default);
}
