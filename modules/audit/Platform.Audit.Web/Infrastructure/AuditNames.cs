using Platform.Kernel;

namespace Platform.Audit.Web;

/// <summary>
/// Words for what the trail names: "{Module}.Entity.{Type}" and "{Module}.Property.{Type}.{Property}" in any module's texts, and for
/// acts "Audit.Action.{Act}" or the act's own name as a key. What has no text is shown as it is.
/// </summary>
public sealed class AuditNames(IPlatformTexts texts, PermissionCatalog permissions) : ISingletonDependency
{
    private readonly string[] _modules = [.. permissions.All.Select(p => p.Group).Append("Audit").Distinct(StringComparer.Ordinal)];

    /// <summary>The act in the reader's language.</summary>
    public string Action(string action) => Find($"Audit.Action.{action}") ?? Find(action) ?? action;

    /// <summary>The kind of record in the reader's language.</summary>
    public string Entity(string type) => Any(module => $"{module}.Entity.{type}") ?? type;

    /// <summary>The property of a kind of record in the reader's language.</summary>
    public string Property(string? type, string property) => Any(module => $"{module}.Property.{type}.{property}") ?? property;

    private string? Any(Func<string, string> keyIn) => _modules.Select(m => Find(keyIn(m))).FirstOrDefault(text => text is not null);

    private string? Find(string key) => texts.Get(key) is var text && text != key ? text : null;
}
