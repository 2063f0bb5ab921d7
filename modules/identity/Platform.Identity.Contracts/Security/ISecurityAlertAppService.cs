using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Attempts at unauthorised access that concern the current company. Each is told once, by notification and by mail, to those who hold
/// <see cref="IdentityPermissions.Users.Manage"/>; what happens again within a day is counted. Needs that permission.
/// </summary>
public interface ISecurityAlertAppService : IApplicationService
{
    /// <summary>The latest 200, open ones first.</summary>
    Task<IReadOnlyList<SecurityAlertDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>Somebody looked into it.</summary>
    /// <exception cref="EntityNotFoundException">No such alert in this company, or settled already.</exception>
    Task SettleAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>An alert.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Kind">"AccountBlocked", "AddressBlocked", "NewDevice", "NewCountry", "FactorReset", "LinkRefused", "AddressAdmitted", "AddressNoPhone", "ManyRefusals" or "TokenRefused"; its text is "Alert:{Kind}".</param>
/// <param name="UserId">Whom it concerns, where known.</param>
/// <param name="UserName">Name of that person.</param>
/// <param name="Address">Network address it came from, or empty.</param>
/// <param name="FirstAt">UTC.</param>
/// <param name="LastAt">UTC.</param>
/// <param name="Count">How often.</param>
/// <param name="SettledAt">UTC; null while open.</param>
/// <param name="SettledBy">Name of who settled it.</param>
/// <param name="Country">Of the address, ISO 3166-1 alpha-2; null when it is not known. A hint: such databases err.</param>
public sealed record SecurityAlertDto(
    Guid Id, string Kind, Guid? UserId, string? UserName, string Address, DateTime FirstAt, DateTime LastAt, int Count, DateTime? SettledAt, string? SettledBy,
    string? Country);
