using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// People of the current company. Reading needs <see cref="IdentityPermissions.Users.Default"/>, everything else
/// <see cref="IdentityPermissions.Users.Manage"/>. Nobody gives or takes a right they do not hold; the company always keeps one
/// active administrator. Changes hold on the next request of the person concerned. Giving rights asks for a fresh proof
/// (<see cref="FreshProofRequiredException"/>), taking them never waits for one.
/// </summary>
public interface IUserAppService : IApplicationService
{
    /// <summary>Members by name.</summary>
    Task<PagedResult<UserListItemDto>> GetListAsync(UserListInput input, CancellationToken cancellationToken = default);

    /// <summary>A member with roles, direct grants and the origin of every right.</summary>
    /// <exception cref="EntityNotFoundException">Not a member of this company.</exception>
    Task<UserDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Replaces the member's roles; none is allowed.</summary>
    Task SetRolesAsync(Guid id, SetRolesDto input, CancellationToken cancellationToken = default);

    /// <summary>Replaces the permissions the member holds besides roles.</summary>
    Task SetDirectGrantsAsync(Guid id, SetDirectGrantsDto input, CancellationToken cancellationToken = default);

    /// <summary>Ends the membership with all its roles and grants. The account stays.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Ends all sessions of the member; never of somebody with rights one does not hold.</summary>
    Task EndSessionsAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Locks or reopens the whole account, with its sessions and tokens; only for a person who works in no other company.
    /// </summary>
    Task SetActiveAsync(Guid id, bool active, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the member's authenticator app, passkeys and recovery codes away and ends their sessions: for a person who lost them, and
    /// works in no other company.
    /// </summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task ResetSecondFactorAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The member's password may be known to others: it opens nothing any more, all sessions end, and the person gets a link for a new one
    /// by mail. Never for somebody with rights one does not hold.
    /// </summary>
    Task InvalidatePasswordAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Lifts a block after failed sign-ins: of the account and of the address the last failure came from.</summary>
    Task LiftBlockAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Invitations not accepted yet, also expired ones, by name.</summary>
    Task<IReadOnlyList<InvitationDto>> GetInvitationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Invites by mail in the invited person's language; an earlier link for the same address stops working.</summary>
    Task<InvitationDto> InviteAsync(InviteUserDto input, CancellationToken cancellationToken = default);

    /// <summary>Sends a new link with a new term; the former one stops working.</summary>
    Task ResendInvitationAsync(Guid invitationId, CancellationToken cancellationToken = default);

    /// <summary>Withdraws the invitation; its link stops working.</summary>
    Task WithdrawInvitationAsync(Guid invitationId, CancellationToken cancellationToken = default);
}
