using System.Globalization;

namespace Platform.Kernel;

/// <summary>
/// Where a setting's value can stand, weakest first: a later level overrides an earlier one. Where the stricter wins, the operator's
/// value is a bound, group and company choose within it (the stricter of the two counts), and a default counts where neither chose.
/// </summary>
public enum SettingLevel
{
    /// <summary>The definition's own value.</summary>
    Default,

    /// <summary>Configuration of the host, section "Settings".</summary>
    Configuration,

    /// <summary>Set by the operator, for all companies.</summary>
    Operator,

    /// <summary>Multi-entity group.</summary>
    Group,

    /// <summary>Company.</summary>
    Entity,

    /// <summary>Person.</summary>
    User,
}

/// <summary>A setting (ABP: SettingDefinition). Its text is "Setting:{Name}" in the resource its first segment names.</summary>
/// <param name="Name">Dotted, the module first: "Sepa.FourEyes".</param>
/// <param name="DefaultValue">Invariant text.</param>
/// <param name="Highest">The last level that may set it.</param>
/// <param name="IsSecret">Encrypted at rest, never shown, audited without its value.</param>
/// <param name="StricterOf">When given, picks the stricter of two values, and no level can weaken another.</param>
/// <param name="Range">When given, the value is a whole number within it; anything else is refused and never applies.</param>
public sealed record SettingDefinition(
    string Name,
    string DefaultValue,
    SettingLevel Highest = SettingLevel.Entity,
    bool IsSecret = false,
    Func<string, string, string>? StricterOf = null,
    SettingRange? Range = null)
{
    /// <summary>The value is "true" or "false".</summary>
    public bool IsTruth => DefaultValue is "true" or "false";

    /// <summary>Whether the text can be a value.</summary>
    public bool Allows(string value) => Range is { } range
        ? long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most
        : !IsTruth || value is "true" or "false";
}

/// <summary>Bounds of a number, both included. They cannot be configured away.</summary>
/// <param name="Least">Smallest.</param>
/// <param name="Most">Largest.</param>
public sealed record SettingRange(long Least, long Most);

/// <summary>Declares a module's settings. Stands in Contracts; found by the scanner.</summary>
public interface ISettingDefinitionProvider : ISingletonDependency
{
    /// <summary>Read once at start.</summary>
    IEnumerable<SettingDefinition> GetSettings();
}

/// <summary>All defined settings by name.</summary>
public sealed class SettingCatalog(IEnumerable<ISettingDefinitionProvider> providers)
{
    private readonly Dictionary<string, SettingDefinition> _byName =
        providers.SelectMany(p => p.GetSettings()).ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>Every setting.</summary>
    public IReadOnlyCollection<SettingDefinition> All => _byName.Values;

    /// <summary>The definition, or null for a setting that no module defines any more.</summary>
    public SettingDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The definition.</summary>
    /// <exception cref="InvalidOperationException">No such setting: a mistake in code.</exception>
    public SettingDefinition Get(string name) =>
        _byName.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"Setting {name} is not defined.");
}

/// <summary>Reads settings for the current user, company and group.</summary>
public interface ISettingProvider
{
    /// <summary>The value that applies and the level it comes from.</summary>
    Task<EffectiveSetting> GetAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>A value and its origin.</summary>
/// <param name="Value">Invariant text.</param>
/// <param name="Level">Where it was set.</param>
public sealed record EffectiveSetting(string Value, SettingLevel Level)
{
    /// <summary>The value as a number.</summary>
    public long AsInt64() => long.Parse(Value, CultureInfo.InvariantCulture);

    /// <summary>The value as a truth value.</summary>
    public bool AsBoolean() => bool.Parse(Value);
}

/// <summary>Changes settings. Checks no permission: the calling application service does.</summary>
public interface ISettingManager
{
    /// <summary>Sets the value at a level, or with null removes it, so that the inherited one applies again.</summary>
    /// <param name="name">A defined setting.</param>
    /// <param name="level">Operator, group, entity or user, not above the definition's highest.</param>
    /// <param name="key">Id of the group, company or person; <see cref="Guid.Empty"/> for the operator.</param>
    /// <param name="value">Invariant text or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">Platform:SettingLevel, Platform:SettingRange, Platform:SettingTruth.</exception>
    Task SetAsync(string name, SettingLevel level, Guid key, string? value, CancellationToken cancellationToken = default);

    /// <summary>The values set at one level for one key, by name; secret ones are left out.</summary>
    Task<IReadOnlyDictionary<string, StoredSetting>> GetStoredAsync(SettingLevel level, Guid key, CancellationToken cancellationToken = default);
}

/// <summary>A value as somebody set it.</summary>
/// <param name="Value">Invariant text.</param>
/// <param name="ChangedAt">UTC; null for values older than this record.</param>
/// <param name="ChangedBy">Who; null for the host itself.</param>
public sealed record StoredSetting(string Value, DateTime? ChangedAt, Guid? ChangedBy);

/// <summary>Keeps values. Implemented by the data layer of the kernel.</summary>
internal interface ISettingStore
{
    /// <summary>The stored values of one setting for these keys, by level.</summary>
    Task<IReadOnlyDictionary<SettingLevel, string>> GetAsync(string name, Guid? groupId, Guid? tenantId, Guid? userId, CancellationToken cancellationToken);
}
