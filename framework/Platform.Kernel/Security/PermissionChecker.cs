using Microsoft.Extensions.DependencyInjection;

namespace Platform.Kernel;

// The store is made when it is needed: making it with its database context costs more than all the checks of a request.
internal sealed class PermissionChecker(
    ICurrentUser user, ICurrentTenant tenant, IServiceProvider services, PermissionCatalog catalog, GrantCache cache, HeldGrants held,
    IUnitOfWork unitOfWork)
    : IPermissionChecker, IScopedDependency
{
    public async Task<bool> IsGrantedAsync(string permission, CancellationToken cancellationToken = default) =>
        (await GetAsync(permission, cancellationToken)).Contains(permission);

    public async Task CheckAsync(string permission, CancellationToken cancellationToken = default)
    {
        if (!await IsGrantedAsync(permission, cancellationToken))
        {
            throw new PermissionDeniedException(permission);
        }
    }

    public async Task<IReadOnlyList<GrantBundle>> GetBundlesAsync(string permission, CancellationToken cancellationToken = default) =>
        [.. (await GetAsync(permission, cancellationToken)).Bundles.Where(b => b.Permissions.Contains(permission)).OrderBy(b => b.OnBehalfOf is not null)];

    private async ValueTask<Grants> GetAsync(string permission, CancellationToken cancellationToken)
    {
        if (user.Id is not { } userId || tenant.Id is not { } tenantId || !user.Info.Opens(tenantId) || !catalog.Exists(permission, tenant.Tenant))
        {
            return Grants.None;
        }

        if (user.Info.Scopes is { } scopes && !scopes.Contains(permission))
        {
            return Grants.None;
        }

        if (user.Info.ActingFor is { } acting && acting.ClientId == tenantId)
        {
            return KeepEngaged(userId, acting);
        }

        if (held.Find(userId, tenantId) is { } known)
        {
            return known;
        }

        var granted = await FindAsync(userId, tenantId, cancellationToken);
        held.Keep(userId, tenantId, granted);
        return granted;
    }

    // Read with the request, so there is nothing to keep beyond it.
    private Grants KeepEngaged(Guid userId, Engaged acting)
    {
        var granted = new Grants([GrantBundle.Unlimited(acting.Scopes)]);
        held.Keep(userId, acting.ClientId, granted);
        return granted;
    }

    // The version was read before the grants, so what is kept under it is never older than it. What this transaction has not
    // committed yet is nobody else's business.
    private async ValueTask<Grants> FindAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken)
    {
        var version = tenant.Tenant?.RightsVersion;
        if (version is { } known && cache.Find(userId, tenantId, known) is { } kept)
        {
            return kept;
        }

        var granted = await services.GetRequiredService<IPermissionGrantStore>().GetGrantedAsync(userId, tenantId, cancellationToken);
        if (version is { } read && !unitOfWork.HasBegun)
        {
            cache.Keep(userId, tenantId, read, granted);
        }

        return granted;
    }
}
