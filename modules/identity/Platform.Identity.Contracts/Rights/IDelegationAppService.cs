using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Rights lent to another member of the current company for a time, such as a holiday (IDN-09). What is lent is what the lender holds
/// at the moment it is used, with the lender's limits; borrowed rights are neither lent nor granted further. Acts done with them name both.
/// </summary>
public interface IDelegationAppService : IApplicationService
{
    /// <summary>Those the caller gives or has, and for <see cref="IdentityPermissions.Users.Default"/> everybody's; ended ones for 30 days more.</summary>
    Task<IReadOnlyList<DelegationDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>The caller's own rights that can be lent, in the order of definition.</summary>
    Task<IReadOnlyList<string>> GetLendableAsync(CancellationToken cancellationToken = default);

    /// <summary>Members to lend to: everybody active but the caller, by name.</summary>
    Task<IReadOnlyList<MemberDto>> GetMembersAsync(CancellationToken cancellationToken = default);

    /// <summary>Lends; needs <see cref="IdentityPermissions.Delegations"/> and a fresh proof. Both are told by notification.</summary>
    /// <exception cref="InputException">No member, no day or one in the past, longer than 366 days, no right or one the caller does not hold.</exception>
    Task<DelegationDto> CreateAsync(CreateDelegationDto input, CancellationToken cancellationToken = default);

    /// <summary>Ends one at once: its lender, its borrower, or <see cref="IdentityPermissions.Users.Manage"/>.</summary>
    /// <exception cref="EntityNotFoundException">None of the caller's, or over.</exception>
    Task EndAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A member of the company, named.</summary>
public sealed record MemberDto(Guid Id, string Name);

/// <summary>A delegation.</summary>
/// <param name="Id">The delegation.</param>
/// <param name="From">Who lends.</param>
/// <param name="To">Who borrows.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC, not included.</param>
/// <param name="Permissions">Names of what is lent.</param>
/// <param name="State">Now.</param>
/// <param name="CanEnd">Whether the caller may end it.</param>
public sealed record DelegationDto(
    Guid Id, MemberDto From, MemberDto To, DateTime StartsAt, DateTime EndsAt, IReadOnlyList<string> Permissions, DelegationState State, bool CanEnd);

/// <summary>Where a delegation stands.</summary>
public enum DelegationState
{
    /// <summary>Begins later.</summary>
    Planned,

    /// <summary>Holds now.</summary>
    Running,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>A wished delegation.</summary>
/// <param name="ToUserId">Another active member.</param>
/// <param name="From">First day, from 0 h UTC; today or later.</param>
/// <param name="Until">Last day, to its end.</param>
/// <param name="Permissions">At least one, of the caller's own.</param>
public sealed record CreateDelegationDto(Guid ToUserId, DateOnly? From, DateOnly? Until, IReadOnlyList<string> Permissions);
