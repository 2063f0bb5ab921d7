using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Who may see and set what where, and which people and values belong to a place.</summary>
internal sealed class SettingPlaces(
    IPermissionChecker checker, IGroupAppService groups, IMembershipService memberships, AddressGate gate, ITenantStore tenants, ICurrentTenant tenant,
    ISettingManager manager, SettingCatalog catalog)
    : IScopedDependency
{
    public const string Addresses = "Identity.Addresses.";
    private const string Prefix = "Identity.";

    public async Task CheckAsync(SettingPlace place, bool change, CancellationToken cancellationToken)
    {
        if (place is { Level: SettingLevel.Group, GroupId: { } group })
            await CheckAsync(await groups.GetAsync(group, cancellationToken), cancellationToken);
        else if (place.Level == SettingLevel.Operator)
            await checker.CheckAsync(IdentityPermissions.Security.Bounds, cancellationToken);
        else
            await checker.CheckAsync(change ? IdentityPermissions.Security.Manage : IdentityPermissions.Security.Default, cancellationToken);
    }

    public IReadOnlyList<SettingDefinition> DefinitionsAt(SettingPlace place) =>
        [.. catalog.All.Where(d => d.Name.StartsWith(Prefix, StringComparison.Ordinal) && d.StricterOf is not null && d.Highest >= place.Level && !(d.Name == IdentitySettings.AddressesRestricted && place.Level == SettingLevel.Operator))];

    public Guid KeyOf(SettingPlace place) => place.Level switch
    {
        SettingLevel.Operator => Guid.Empty,
        SettingLevel.Group => place.GroupId!.Value,
        _ => tenant.Id ?? throw new InvalidOperationException("No company is current."),
    };

    /// <summary>The company as which values of the place are read; a group has none of its own.</summary>
    public TenantInfo? ReadAs(SettingPlace place) => place.Level switch
    {
        SettingLevel.Operator => null,
        SettingLevel.Group => new TenantInfo(Guid.Empty, "", "", "", "", "", place.GroupId),
        _ => tenant.Tenant,
    };

    /// <summary>What was set at each level that reaches the place, the place's own last.</summary>
    public async Task<IReadOnlyList<(SettingLevel Level, IReadOnlyDictionary<string, StoredSetting> Values)>> StoredAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        var keys = new List<(SettingLevel Level, Guid Key)> { (SettingLevel.Operator, Guid.Empty) };
        if ((place.GroupId ?? (place.Level == SettingLevel.Entity ? tenant.Tenant?.GroupId : null)) is { } group)
            keys.Add((SettingLevel.Group, group));
        if (place.Level == SettingLevel.Entity)
            keys.Add((SettingLevel.Entity, KeyOf(place)));
        var stored = new List<(SettingLevel, IReadOnlyDictionary<string, StoredSetting>)>();
        foreach (var (level, key) in keys)
            stored.Add((level, await manager.GetStoredAsync(level, key, cancellationToken)));
        return stored;
    }

    /// <summary>Companies of the place; null for all.</summary>
    public async Task<IReadOnlyList<Guid>?> CompaniesAsync(SettingPlace place, CancellationToken cancellationToken) => place.Level switch
    {
        SettingLevel.Operator => null,
        SettingLevel.Group => [.. (await groups.GetAsync(place.GroupId!.Value, cancellationToken)).Companies.Select(c => c.Id)],
        _ => [KeyOf(place)],
    };

    /// <summary>People who work there; null for everybody.</summary>
    public async Task<IReadOnlyList<Guid>?> PeopleAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        if (await CompaniesAsync(place, cancellationToken) is not { } companies)
            return null;
        var people = new HashSet<Guid>();
        foreach (var company in companies)
        {
            using var current = tenant.Change(await tenants.FindByIdAsync(company, cancellationToken));
            people.UnionWith(await memberships.GetMembersAsync(cancellationToken));
        }

        return [.. people];
    }

    // A group has no route of its own: whoever stands outside all of its companies does not change the rules from there.
    private async Task CheckAsync(GroupDto group, CancellationToken cancellationToken)
    {
        foreach (var company in group.Companies)
        {
            using var current = tenant.Change(await tenants.FindByIdAsync(company.Id, cancellationToken));
            if (await gate.IsAdmittedAsync(cancellationToken))
                return;
        }

        throw new TenantRefusedException(IdentityErrorCodes.AddressUnknown);
    }
}
