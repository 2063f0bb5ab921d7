using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Roles of the current company. Reading needs <see cref="IdentityPermissions.Roles.Default"/>, everything else
/// <see cref="IdentityPermissions.Roles.Manage"/>. Nobody adds to or takes from a role a right that they do not hold.
/// Adding rights or showing other customers asks for a fresh proof (<see cref="FreshProofRequiredException"/>), taking rights away does not.
/// </summary>
public interface IRoleAppService : IApplicationService
{
    /// <summary>All roles with their rights: the administrator's first, then by name.</summary>
    Task<IReadOnlyList<RoleDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>The roles by name and id, for choosing; also for those who may only see or manage people.</summary>
    Task<IReadOnlyList<RoleReferenceDto>> GetReferencesAsync(CancellationToken cancellationToken = default);

    /// <summary>One role.</summary>
    /// <exception cref="EntityNotFoundException">No such role in this company.</exception>
    Task<RoleDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Adds a role.</summary>
    /// <exception cref="InputException">
    /// The name is missing, too long or taken; a permission is unknown or reaches further than the customers shown.
    /// </exception>
    Task<RoleDto> CreateAsync(RoleInput input, CancellationToken cancellationToken = default);

    /// <summary>Renames a role and replaces its rights. The administrator's role cannot be changed.</summary>
    Task UpdateAsync(Guid id, RoleInput input, CancellationToken cancellationToken = default);

    /// <summary>Deletes a role that nobody holds.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A role, named.</summary>
/// <param name="Id">The role.</param>
/// <param name="Name">As the company named it; a standard role in the reader's language.</param>
/// <param name="GrantsEverything">The administrator's role.</param>
public sealed record RoleReferenceDto(Guid Id, string Name, bool GrantsEverything);

/// <summary>A role with its rights.</summary>
/// <param name="Id">The role.</param>
/// <param name="Name">As the company named it; a standard role in the reader's language.</param>
/// <param name="GrantsEverything">Holds every right, also those a later version adds.</param>
/// <param name="Permissions">Held, in the order of definition.</param>
/// <param name="Holders">How many people hold it.</param>
/// <param name="ConcurrencyStamp">Sent back on update: somebody else's change in between is not overwritten.</param>
/// <param name="Customers">Which customers the role shows; all for the administrator's.</param>
public sealed record RoleDto(
    Guid Id, string Name, bool GrantsEverything, IReadOnlyList<string> Permissions, int Holders, Guid ConcurrencyStamp,
    CustomerView Customers = CustomerView.All);

/// <summary>A role as wished.</summary>
/// <param name="Name">1 to 64 characters, once per company.</param>
/// <param name="Permissions">All of them.</param>
/// <param name="ConcurrencyStamp">Of the role as it was read; null to overwrite whatever is there.</param>
/// <param name="Customers">Which customers the role shows; unless all, only permissions that reach no further are taken.</param>
public sealed record RoleInput(
    string Name, IReadOnlyList<string> Permissions, Guid? ConcurrencyStamp = null, CustomerView Customers = CustomerView.All);
