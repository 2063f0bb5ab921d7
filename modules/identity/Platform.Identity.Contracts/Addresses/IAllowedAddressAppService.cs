using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The addresses and networks from which companies open, where <see cref="IdentitySettings.AddressesRestricted"/> says so: a company's own
/// list, and that of its multi-entity group besides. Reading a company's needs <see cref="IdentityPermissions.Security.Default"/>, changing
/// it <see cref="IdentityPermissions.Security.Manage"/>; a group's is for its administrators. Changes hold on the next request.
/// </summary>
public interface IAllowedAddressAppService : IApplicationService
{
    /// <summary>The lists that count at the place.</summary>
    /// <exception cref="EntityNotFoundException">The operator has no list.</exception>
    Task<AllowedAddressesDto> GetAsync(SettingPlace place, CancellationToken cancellationToken = default);

    /// <summary>Adds a network. Asks for a fresh proof of presence.</summary>
    /// <exception cref="InputException">
    /// Network: Identity:AddressFormat, Identity:AddressTooWide, Identity:AddressHostBits (with the network that is meant), Identity:AddressKnown;
    /// Label: Identity:Required, Identity:TooLong; ExpiresOn: Identity:AddressExpiry.
    /// </exception>
    /// <exception cref="BusinessException">Identity:AddressCount.</exception>
    Task<AllowedAddressDto> AddAsync(SettingPlace place, NewAllowedAddressDto input, CancellationToken cancellationToken = default);

    /// <summary>Removes a network. Asks for a fresh proof of presence.</summary>
    /// <exception cref="EntityNotFoundException">Not in the list of this place.</exception>
    /// <exception cref="BusinessException">Identity:AddressShutOut: the person would be outside, with no telephone to bring them back.</exception>
    Task RemoveAsync(SettingPlace place, Guid id, CancellationToken cancellationToken = default);
}

/// <summary>Lists of allowed addresses, seen from a place.</summary>
/// <param name="IsRestricted">Other addresses are asked for a code.</param>
/// <param name="CurrentAddress">Where the person who asks is; null when it is not known.</param>
/// <param name="IsCurrentAllowed">One of the lists holds it.</param>
/// <param name="Own">Of the place, oldest first.</param>
/// <param name="OfGroup">Of the group of the company; empty for none.</param>
public sealed record AllowedAddressesDto(
    bool IsRestricted, string? CurrentAddress, bool IsCurrentAllowed, IReadOnlyList<AllowedAddressDto> Own, IReadOnlyList<AllowedAddressDto> OfGroup);

/// <summary>An address or network.</summary>
/// <param name="Id">In its list.</param>
/// <param name="Network">With its prefix: "192.0.2.0/24", "2001:db8::1/128".</param>
/// <param name="Label">What it is.</param>
/// <param name="AddedBy">Name of who added it, where known.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; null for no end.</param>
/// <param name="IsExpired">Does not count any more.</param>
/// <param name="CoveredBy">Another network of the list that holds it already, or null.</param>
public sealed record AllowedAddressDto(
    Guid Id, string Network, string Label, string? AddedBy, DateTime AddedAt, DateTime? ExpiresAt, bool IsExpired, string? CoveredBy);

/// <summary>An address or network to add.</summary>
/// <param name="Network">"192.0.2.1", "192.0.2.0/24" or the same of IPv6; never everything.</param>
/// <param name="Label">1 to 100 characters.</param>
/// <param name="ExpiresOn">Last day (UTC) it counts; null for no end.</param>
public sealed record NewAllowedAddressDto(string? Network, string? Label, DateOnly? ExpiresOn = null);
