using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Who may do what in the current company. For other modules: checks no permission, the calling application service does.</summary>
public interface IPermissionHolders : IScopedDependency
{
    /// <summary>
    /// Ids of the active members who hold the permission now, through roles or directly; nobody for a permission that no module
    /// defines.
    /// </summary>
    Task<IReadOnlyList<Guid>> GetUserIdsWithPermissionAsync(string permission, CancellationToken cancellationToken = default);
}
