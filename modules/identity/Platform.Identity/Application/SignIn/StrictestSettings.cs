using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// A security setting for a person: the strictest of all companies the person works in, for the account opens them all; the
/// installation's for somebody without any. What was read is kept for the scope.
/// </summary>
internal sealed class StrictestSettings(ITenantStore tenants, ICurrentTenant tenant, ICurrentUser currentUser, ISettingProvider settings, SettingCatalog catalog) : IScopedDependency
{
    private readonly Dictionary<(string Name, Guid Company), EffectiveSetting> _values = [];
    private readonly Dictionary<Guid, IReadOnlyList<TenantInfo>> _companies = [];

    public async Task<EffectiveSetting> GetAsync(string name, Guid? userId, CancellationToken cancellationToken)
    {
        IReadOnlyList<TenantInfo?> companies = userId is { } id ? await CompaniesAsync(id, cancellationToken) : [];
        EffectiveSetting? strictest = null;
        foreach (var company in companies.DefaultIfEmpty(null))
        {
            var value = await ReadAsync(name, company, cancellationToken);
            strictest = strictest is null || catalog.Get(name).StricterOf!(strictest.Value, value.Value) != strictest.Value ? value : strictest;
        }

        return strictest!;
    }

    /// <summary>After a change of settings in this scope.</summary>
    public void Forget() => _values.Clear();

    /// <summary>All companies the person works in, whatever the session is limited to.</summary>
    public async Task<IReadOnlyList<TenantInfo>> CompaniesAsync(Guid userId, CancellationToken cancellationToken)
    {
        // A session limited to one company does not free its person from the rules of the others.
        using var unlimited = currentUser.Change(currentUser.Info with { Companies = null });
        if (!_companies.TryGetValue(userId, out var companies))
            _companies[userId] = companies = await tenants.GetListForUserAsync(userId, cancellationToken);
        return companies;
    }

    private async Task<EffectiveSetting> ReadAsync(string name, TenantInfo? company, CancellationToken cancellationToken)
    {
        var key = (name, company?.Id ?? Guid.Empty);
        using var current = tenant.Change(company);
        if (!_values.TryGetValue(key, out var value))
            _values[key] = value = await settings.GetAsync(name, cancellationToken);
        return value;
    }
}
