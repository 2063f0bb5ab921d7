using Microsoft.Extensions.Configuration;

namespace Platform.Kernel;

internal sealed class SettingProvider(
    SettingCatalog catalog, ISettingStore store, IConfiguration configuration, ICurrentTenant tenant, ICurrentUser user) : ISettingProvider, IScopedDependency
{
    public async Task<EffectiveSetting> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        var definition = catalog.Get(name);
        var stored = (await store.GetAsync(name, tenant.Tenant?.GroupId, tenant.Id, user.Id, cancellationToken))
            .Where(s => s.Key <= definition.Highest && definition.Allows(s.Value))
            .OrderBy(s => s.Key)
            .Select(s => new EffectiveSetting(s.Value, s.Key))
            .ToList();
        return definition.StricterOf is null ? stored.LastOrDefault() ?? Unset(definition) : Strictest(definition, definition.StricterOf, stored);
    }

    // Configuration is the operator's own word: it replaces the default even where it is weaker.
    private EffectiveSetting Unset(SettingDefinition definition) => configuration[$"Settings:{definition.Name}"] is { } configured
        ? definition.Allows(configured)
            ? new EffectiveSetting(configured, SettingLevel.Configuration)
            : throw new InvalidOperationException($"Settings:{definition.Name} is {configured}, which is not allowed.")
        : new EffectiveSetting(definition.DefaultValue, SettingLevel.Default);

    private EffectiveSetting Strictest(SettingDefinition definition, Func<string, string, string> stricterOf, List<EffectiveSetting> stored)
    {
        var chosen = stored.Where(s => s.Level is SettingLevel.Group or SettingLevel.Entity || s.Level == definition.Highest).DefaultIfEmpty(Unset(definition));
        return chosen.Concat(stored).Aggregate((a, b) => stricterOf(a.Value, b.Value) == a.Value ? a : b);
    }
}
