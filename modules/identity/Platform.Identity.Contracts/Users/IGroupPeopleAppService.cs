using Platform.Kernel;

namespace Platform.Identity;

/// <summary>People of a multi-entity group in one list; for its administrators only.</summary>
public interface IGroupPeopleAppService : IApplicationService
{
    /// <summary>Everybody who works in one of the companies, by name.</summary>
    /// <exception cref="EntityNotFoundException">No such group, or the person does not administer it.</exception>
    Task<IReadOnlyList<GroupPersonDto>> GetListAsync(Guid groupId, CancellationToken cancellationToken = default);
}

/// <summary>A person of a group.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Sign-in address.</param>
/// <param name="IsActive">False: can sign in nowhere.</param>
/// <param name="Companies">Names of the group's companies the person works in.</param>
/// <param name="IsAdministrator">Administers the group.</param>
public sealed record GroupPersonDto(Guid Id, string Name, string Email, bool IsActive, IReadOnlyList<string> Companies, bool IsAdministrator);
