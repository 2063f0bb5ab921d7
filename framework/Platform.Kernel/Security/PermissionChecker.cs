namespace Platform.Kernel;

internal sealed class PermissionChecker(
    ICurrentUser user, ICurrentTenant tenant, IPermissionGrantStore store, PermissionCatalog catalog) : IPermissionChecker, IScopedDependency
{
    private readonly Dictionary<(Guid User, Guid Tenant), IReadOnlySet<string>> _granted = [];

    public async Task<bool> IsGrantedAsync(string permission, CancellationToken cancellationToken = default)
    {
        if (user.Id is not { } userId || tenant.Id is not { } tenantId || !user.Info.Opens(tenantId) || !catalog.Exists(permission, tenant.Tenant))
        {
            return false;
        }

        if (user.Info.Scopes is { } scopes && !scopes.Contains(permission))
        {
            return false;
        }

        if (!_granted.TryGetValue((userId, tenantId), out var granted))
        {
            granted = await store.GetGrantedAsync(userId, tenantId, cancellationToken);
            _granted[(userId, tenantId)] = granted;
        }

        return granted.Contains(permission);
    }

    public async Task CheckAsync(string permission, CancellationToken cancellationToken = default)
    {
        if (!await IsGrantedAsync(permission, cancellationToken))
        {
            throw new PermissionDeniedException(permission);
        }
    }
}
