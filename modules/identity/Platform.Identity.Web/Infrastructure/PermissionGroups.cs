using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The permissions of the current company with their texts, by module.</summary>
internal sealed class PermissionGroups(PermissionCatalog catalog, ICurrentTenant tenant, IPlatformTexts texts) : ISingletonDependency
{
    public IReadOnlyList<PermissionGroup> Get() =>
        [.. catalog.In(tenant.Tenant).GroupBy(p => p.Group).Select(g => new PermissionGroup(texts.Get($"{g.Key}.PermissionGroup"), [.. g.Select(p => new PermissionText(p.Name, Text(p.Name)))]))];

    public string Text(string permission) => texts.Get($"Permission:{permission}");
}

internal sealed record PermissionGroup(string Text, IReadOnlyList<PermissionText> Permissions);

internal sealed record PermissionText(string Name, string Text);
