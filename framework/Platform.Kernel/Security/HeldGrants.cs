namespace Platform.Kernel;

/// <summary>The grants that were read in this scope, also for those who cannot wait for a read: query filters.</summary>
internal sealed class HeldGrants(ICurrentUser user, ICurrentTenant tenant) : IScopedDependency
{
    private readonly Dictionary<(Guid User, Guid Tenant), Grants> _read = [];

    public Grants? Find(Guid userId, Guid tenantId) => _read.GetValueOrDefault((userId, tenantId));

    public void Keep(Guid userId, Guid tenantId, Grants grants) => _read[(userId, tenantId)] = grants;

    /// <summary>Which customers the current person sees with any of the permissions.</summary>
    public CustomerSight Sight(IReadOnlyCollection<string> permissions)
    {
        if (user.Id is not { } person)
        {
            return CustomerSight.All;
        }

        var grants = tenant.Id is { } company ? Find(person, company) : null;
        return grants is not null
            ? CustomerSight.Of(person, [.. grants.Bundles.Where(b => b.Permissions.Overlaps(permissions))])
            : throw new InvalidOperationException("Rows about customers were asked for before a permission was checked.");
    }
}
