using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Checks and writes changed settings of a place.</summary>
internal sealed class SettingChanges(SettingPlaces places, ISettingManager manager) : IScopedDependency
{
    public async Task ApplyAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken)
    {
        var stored = await places.StoredAsync(place, cancellationToken);
        var definitions = places.DefinitionsAt(place).ToDictionary(d => d.Name, StringComparer.Ordinal);
        var errors = changes.Select(c => Check(place, definitions.GetValueOrDefault(c.Key), c.Key, c.Value, stored)).OfType<FieldError>().ToArray();
        if (errors.Length > 0)
            throw new InputException(errors);
        var own = stored.Where(s => s.Level == place.Level).Select(s => s.Values).SingleOrDefault();
        foreach (var (name, value) in changes.Where(c => own?.GetValueOrDefault(c.Key)?.Value != c.Value))
            await manager.SetAsync(name, place.Level, places.KeyOf(place), value, cancellationToken);
    }

    /// <summary>What stands above the place: no value set there can be more lenient.</summary>
    public static string? BoundOf(
        SettingPlace place, SettingDefinition definition, IEnumerable<(SettingLevel Level, IReadOnlyDictionary<string, StoredSetting> Values)> stored)
    {
        var above = stored.Where(s => s.Level < place.Level && s.Level < definition.Highest).Select(s => s.Values.GetValueOrDefault(definition.Name)?.Value).OfType<string>().ToList();
        return above.Count == 0 ? null : above.Aggregate(definition.StricterOf!);
    }

    private static FieldError? Check(
        SettingPlace place, SettingDefinition? definition, string name, string? value, IReadOnlyList<(SettingLevel, IReadOnlyDictionary<string, StoredSetting>)> stored)
    {
        if (definition is null)
            return new FieldError(name, IdentityErrorCodes.SettingUnknown, name);
        if (value is null)
            return null;
        if (!definition.Allows(value))
            return definition.Range is { } range
                ? new FieldError(name, IdentityErrorCodes.SettingRange, $"{range.Least}–{range.Most}")
                : new FieldError(name, IdentityErrorCodes.SettingTruth, value);
        return BoundOf(place, definition, stored) is { } bound && definition.StricterOf!(value, bound) != value
            ? new FieldError(name, IdentityErrorCodes.SettingTooWeak, bound)
            : null;
    }
}
