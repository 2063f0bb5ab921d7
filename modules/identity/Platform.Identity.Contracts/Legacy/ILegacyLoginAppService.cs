using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Old logins of the current company. Reading needs <see cref="IdentityPermissions.Users.Default"/>, the rest
/// <see cref="IdentityPermissions.Users.Manage"/>.
/// </summary>
public interface ILegacyLoginAppService : IApplicationService
{
    /// <summary>All of them, by login.</summary>
    Task<IReadOnlyList<LegacyLoginDto>> GetListAsync(LegacyState? state = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces the profile: what the login may do from the next click on, and the person who takes its place. Nobody gives or takes a
    /// right they do not hold.
    /// </summary>
    /// <exception cref="BusinessException">Identity:MigrationDone: the rights are on the person's own page.</exception>
    Task SetProfileAsync(Guid id, LegacyProfileDto input, CancellationToken cancellationToken = default);

    /// <summary>Reminds the notification addresses by mail.</summary>
    /// <exception cref="BusinessException">Identity:LegacyReminded: finished, without an address, or reminded of within a day.</exception>
    Task RemindAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A profile.</summary>
/// <param name="RoleId">A role of the company.</param>
public sealed record LegacyProfileDto(Guid RoleId);

/// <summary>An old login.</summary>
/// <param name="Id">The old login.</param>
/// <param name="UserId">Its person, as the people of the company show it.</param>
/// <param name="Login">What is typed to sign in.</param>
/// <param name="Name">Display name.</param>
/// <param name="State">How far it is.</param>
/// <param name="Roles">Its profile.</param>
/// <param name="NotificationEmails">Addresses known to be the customer's.</param>
/// <param name="LastSignInAt">UTC.</param>
/// <param name="RemindedAt">UTC.</param>
/// <param name="DoneAt">UTC.</param>
/// <param name="DoneBy">Name of the person who took its place.</param>
/// <param name="ClosesAt">UTC; until when it is kept.</param>
public sealed record LegacyLoginDto(
    Guid Id, Guid UserId, string Login, string Name, LegacyState State, IReadOnlyList<RoleReferenceDto> Roles, IReadOnlyList<string> NotificationEmails,
    DateTime? LastSignInAt, DateTime? RemindedAt, DateTime? DoneAt, string? DoneBy, DateTime? ClosesAt);
