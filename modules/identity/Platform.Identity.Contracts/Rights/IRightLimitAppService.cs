using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// How far the rights of roles and people of the current company reach (IDN-09): bank accounts, amounts and whatever else a module
/// declares as a data scope. A person's own limits hold beside those of each role; without a row there is no limit.
/// </summary>
public interface IRightLimitAppService : IApplicationService
{
    /// <summary>What can be limited, in the order of definition, with the records to choose from. For whoever sees people or roles.</summary>
    Task<IReadOnlyList<LimitChoiceDto>> GetChoicesAsync(CancellationToken cancellationToken = default);

    /// <summary>The limits of a role. Needs <see cref="IdentityPermissions.Roles.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">No such role in this company.</exception>
    Task<IReadOnlyList<LimitDto>> GetOfRoleAsync(Guid roleId, CancellationToken cancellationToken = default);

    /// <summary>The person's own limits. Needs <see cref="IdentityPermissions.Users.Default"/>.</summary>
    /// <exception cref="EntityNotFoundException">No such member.</exception>
    Task<IReadOnlyList<LimitDto>> GetOfUserAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the limits of a role; needs <see cref="IdentityPermissions.Roles.Manage"/> and a fresh proof. Holds on the next request of
    /// everybody who has it. The administrator's role has no limits.
    /// </summary>
    /// <exception cref="InputException">Unknown scope or record, too many records, an amount below nothing.</exception>
    /// <exception cref="BusinessException">The caller's own rights are limited or lent: nobody widens what they hold.</exception>
    Task SetOfRoleAsync(Guid roleId, SetLimitsDto input, CancellationToken cancellationToken = default);

    /// <summary>Replaces the person's own limits; needs <see cref="IdentityPermissions.Users.Manage"/>, otherwise as for a role.</summary>
    Task SetOfUserAsync(Guid userId, SetLimitsDto input, CancellationToken cancellationToken = default);
}

/// <summary>Something that can be limited.</summary>
/// <param name="Scope">Its name.</param>
/// <param name="Group">The module's group.</param>
/// <param name="Kind">What is chosen.</param>
/// <param name="Items">The company's records, for <see cref="DataScopeKind.Items"/>; else empty.</param>
public sealed record LimitChoiceDto(string Scope, string Group, DataScopeKind Kind, IReadOnlyList<DataScopeItem> Items);

/// <summary>A limit. Exactly one of the two is set.</summary>
/// <param name="Scope">What is limited.</param>
/// <param name="Amount">The largest amount allowed, in euros with two decimals; from 0.</param>
/// <param name="Items">Ids of the records allowed, at most 100; empty: none.</param>
public sealed record LimitDto(string Scope, decimal? Amount = null, IReadOnlyList<Guid>? Items = null);

/// <summary>New limits.</summary>
/// <param name="Limits">All of them; a scope that is missing is not limited.</param>
public sealed record SetLimitsDto(IReadOnlyList<LimitDto> Limits);
