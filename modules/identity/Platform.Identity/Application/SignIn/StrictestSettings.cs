using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A security setting for a person: the strictest of all companies the person works in, for the account opens them all.</summary>
internal sealed class StrictestSettings(ITenantStore tenants, ICurrentTenant tenant, ISettingProvider settings, SettingCatalog catalog) : IScopedDependency
{
    public async Task<EffectiveSetting> GetAsync(string name, Guid? userId, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        var strictest = await settings.GetAsync(name, cancellationToken);
        var companies = userId is { } id ? await tenants.GetListForUserAsync(id, cancellationToken) : [];
        foreach (var company in companies)
        {
            using var current = tenant.Change(company);
            strictest = Stricter(catalog.Get(name), strictest, await settings.GetAsync(name, cancellationToken));
        }

        return strictest;
    }

    private static EffectiveSetting Stricter(SettingDefinition definition, EffectiveSetting a, EffectiveSetting b) =>
        definition.StricterOf!(a.Value, b.Value) == a.Value ? a : b;
}
