using Microsoft.Extensions.Configuration;

namespace Platform.Kernel;

internal sealed class SettingProvider(
    SettingCatalog catalog, ISettingStore store, IConfiguration configuration, ICurrentTenant tenant, ICurrentUser user) : ISettingProvider, IScopedDependency
{
    public async Task<EffectiveSetting> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        var definition = catalog.Get(name);
        var stored = await store.GetAsync(name, tenant.Tenant?.GroupId, tenant.Id, user.Id, cancellationToken);
        var result = new EffectiveSetting(definition.DefaultValue, SettingLevel.Default);
        if (configuration[$"Settings:{name}"] is { } configured)
        {
            result = Combine(definition, result, configured, SettingLevel.Configuration);
        }

        foreach (var (level, value) in stored.Where(s => s.Key <= definition.Highest).OrderBy(s => s.Key))
        {
            result = Combine(definition, result, value, level);
        }

        return result;
    }

    private static EffectiveSetting Combine(SettingDefinition definition, EffectiveSetting current, string value, SettingLevel level)
    {
        // Configuration is the operator's own word: it replaces the default even where it is weaker.
        if (definition.StricterOf is null || level == SettingLevel.Configuration)
        {
            return new EffectiveSetting(value, level);
        }

        var stricter = definition.StricterOf(current.Value, value);
        return stricter == current.Value ? current : new EffectiveSetting(stricter, level);
    }
}
