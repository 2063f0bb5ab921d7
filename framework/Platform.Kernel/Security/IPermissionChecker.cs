namespace Platform.Kernel;

/// <summary>
/// Answers for the current user in the current company, from grants read live: a removed right is gone on the next request.
/// </summary>
public interface IPermissionChecker
{
    /// <summary>False when nobody is signed in, no company is current, or the permission is not defined.</summary>
    Task<bool> IsGrantedAsync(string permission, CancellationToken cancellationToken = default);

    /// <summary>Throws <see cref="PermissionDeniedException"/> unless granted.</summary>
    Task CheckAsync(string permission, CancellationToken cancellationToken = default);
}

/// <summary>Where grants are kept. Implemented by the Identity module.</summary>
public interface IPermissionGrantStore
{
    /// <summary>What the person may do in the company now, through roles and directly; empty for a stranger.</summary>
    Task<IReadOnlySet<string>> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default);
}
