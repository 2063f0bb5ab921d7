using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Closes the account of the current company. All methods need <see cref="TenancyPermissions.Company.Close"/>; of a closed company nothing else
/// is reached, and by nobody else.
/// </summary>
public interface IClosingAppService : IApplicationService
{
    /// <summary>How it stands, and what closing would do now.</summary>
    Task<ClosingDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes it at once: engagements and the membership of a group end, work in the background stops, and the company is erased on the day
    /// that it answers. Administrators are told by notification and mail. Needs a fresh proof.
    /// </summary>
    /// <exception cref="InputException">Name: Tenancy:ClosingName.</exception>
    /// <exception cref="BusinessException">Tenancy:ClosingDone, Tenancy:ClosingOperator, Tenancy:ClosingExport, Tenancy:ClosingStopped.</exception>
    Task<ClosingDto> CloseAsync(CloseCompanyDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens it again as it was, but for what has ended: engagements and the group. What waited in the background goes on within an hour. Needs
    /// a fresh proof.
    /// </summary>
    /// <exception cref="BusinessException">Tenancy:ClosingNone: it is not closed, or its erasure has begun.</exception>
    Task TakeBackAsync(CancellationToken cancellationToken = default);
}
