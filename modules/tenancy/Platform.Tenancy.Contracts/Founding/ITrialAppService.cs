using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Companies that people founded and the operator has not confirmed yet. Needs <see cref="TenancyPermissions.Trials"/>, which exists in the
/// operator's company alone. The end of a trial stops nothing by itself: payments on their way are never cut off by a date.
/// </summary>
public interface ITrialAppService : IApplicationService
{
    /// <summary>Companies on trial, the trial that ends first on top.</summary>
    Task<PagedResult<TrialDto>> GetListAsync(string? cursor = null, int pageSize = 25, CancellationToken cancellationToken = default);

    /// <summary>The company is who it says it is, and a customer from now on. Audited in that company.</summary>
    /// <exception cref="EntityNotFoundException">No company on trial has this id.</exception>
    Task ConfirmAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Gives it more days, counted from the end of the trial, or from now where that is over. Audited in that company.</summary>
    /// <param name="id">The company.</param>
    /// <param name="days">1 to 90.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EntityNotFoundException">No company on trial has this id.</exception>
    /// <exception cref="InputException">Days: Tenancy:TrialDays.</exception>
    Task ExtendAsync(Guid id, int days, CancellationToken cancellationToken = default);
}

/// <summary>A company on trial.</summary>
/// <param name="Id">The company.</param>
/// <param name="Slug">Its segment in URLs.</param>
/// <param name="Name">Legal name.</param>
/// <param name="VatNumber">With prefix; empty when there is none.</param>
/// <param name="Town">Of its address.</param>
/// <param name="Country">Two letters of ISO 3166-1.</param>
/// <param name="TenantType">Name of its tenant type.</param>
/// <param name="ContactEmail">Of who founded it, unless changed since.</param>
/// <param name="FoundedAt">UTC.</param>
/// <param name="TrialEndsAt">UTC; may be over.</param>
/// <param name="IsTwin">Whether another company has the same VAT number.</param>
public sealed record TrialDto(
    Guid Id, string Slug, string Name, string VatNumber, string Town, string Country, string TenantType, string ContactEmail, DateTime FoundedAt, DateTime TrialEndsAt,
    bool IsTwin);
