namespace Platform.Kernel;

/// <summary>
/// Answers for the current user in the current company. What was read once holds as long as the company's rights have the same
/// version, which every request reads with the company: a removed right is gone on the next request, on every host.
/// </summary>
public interface IPermissionChecker
{
    /// <summary>False when nobody is signed in, no company is current, or the permission is not defined.</summary>
    Task<bool> IsGrantedAsync(string permission, CancellationToken cancellationToken = default);

    /// <summary>Throws <see cref="PermissionDeniedException"/> unless granted.</summary>
    Task CheckAsync(string permission, CancellationToken cancellationToken = default);

    /// <summary>The sources that bring the permission, the person's own before delegated ones; empty when it is not granted.</summary>
    Task<IReadOnlyList<GrantBundle>> GetBundlesAsync(string permission, CancellationToken cancellationToken = default);
}

/// <summary>Where grants are kept. Implemented by the Identity module.</summary>
public interface IPermissionGrantStore
{
    /// <summary>What the person may do in the company now, by roles, directly and for others; nothing for a stranger. Read live.</summary>
    Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default);
}

/// <summary>What the current user may reach of a scope.</summary>
public static class PermissionCheckerExtensions
{
    /// <summary>Ids within a scope of kind <see cref="DataScopeKind.Items"/> for a permission: of all its sources together; null for everything.</summary>
    public static async Task<IReadOnlySet<Guid>?> GetItemsAsync(
        this IPermissionChecker checker, string scope, string permission, CancellationToken cancellationToken = default)
    {
        var limits = (await checker.GetBundlesAsync(permission, cancellationToken)).Select(b => b.Limits.GetValueOrDefault(scope)?.Items).ToList();
        return limits.Contains(null) ? null : limits.SelectMany(items => items!).ToHashSet();
    }
}
