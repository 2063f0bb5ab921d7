using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Multi-entity groups: companies under one main administrator, with shared settings. A group is seen by its administrators alone; for
/// everybody else it does not exist. Changes are audited in the group's companies concerned. Not with a session or API token that is limited to companies or scopes.
/// </summary>
public interface IGroupAppService : IApplicationService
{
    /// <summary>Groups the signed-in person administers, by name.</summary>
    Task<IReadOnlyList<GroupDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>One of them.</summary>
    /// <exception cref="EntityNotFoundException">No such group, or the person does not administer it.</exception>
    Task<GroupDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Makes a group of one company; the person becomes its main administrator.</summary>
    /// <exception cref="InputException">Name refused; TenantId: Tenancy:GroupTaken.</exception>
    /// <exception cref="PermissionDeniedException">Without <see cref="TenancyPermissions.Company.Edit"/> in the company.</exception>
    Task<GroupDto> CreateAsync(CreateGroupDto input, CancellationToken cancellationToken = default);

    /// <summary>Adds a company; its settings are the stricter of both from the next sign-in on.</summary>
    /// <exception cref="InputException">TenantId: Tenancy:GroupTaken when the company is in a group already.</exception>
    /// <exception cref="PermissionDeniedException">Without <see cref="TenancyPermissions.Company.Edit"/> in the company.</exception>
    Task AddCompanyAsync(Guid id, Guid tenantId, CancellationToken cancellationToken = default);

    /// <summary>Takes a company out. The last one takes the group with it.</summary>
    Task RemoveCompanyAsync(Guid id, Guid tenantId, CancellationToken cancellationToken = default);

    /// <summary>Makes a member of one of the companies an administrator of the group.</summary>
    /// <exception cref="InputException">UserId: Tenancy:GroupStranger.</exception>
    Task AddAdministratorAsync(Guid id, Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Takes the right over the group away; the last administrator stays.</summary>
    /// <exception cref="BusinessException">Tenancy:GroupLastAdministrator.</exception>
    Task RemoveAdministratorAsync(Guid id, Guid userId, CancellationToken cancellationToken = default);
}

/// <summary>A group.</summary>
/// <param name="Id">Never changes; key of the group's settings.</param>
/// <param name="Name">As its administrators named it.</param>
/// <param name="Companies">By name.</param>
/// <param name="Administrators">Ids of people.</param>
public sealed record GroupDto(Guid Id, string Name, IReadOnlyList<CompanyListItemDto> Companies, IReadOnlyList<Guid> Administrators);

/// <summary>A new group.</summary>
/// <param name="Name">1 to 140 characters.</param>
/// <param name="TenantId">Its first company.</param>
public sealed record CreateGroupDto(string? Name, Guid TenantId);
