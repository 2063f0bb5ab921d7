using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Names of roles as people read them.</summary>
internal sealed class RoleNames(IStringLocalizer<IdentityResource> texts) : IScopedDependency
{
    public string Of(Role role) => role.StandardName == role.Name ? texts[$"Role:{role.StandardName}"] : role.Name;

    public RoleReferenceDto Reference(Role role) => new(role.Id, Of(role), role.GrantsEverything);

    public IReadOnlyList<RoleReferenceDto> References(IEnumerable<Role> roles) => [.. Sort(roles).Select(Reference)];

    public IEnumerable<Role> Sort(IEnumerable<Role> roles) =>
        roles.OrderByDescending(r => r.GrantsEverything).ThenBy(Of, StringComparer.CurrentCultureIgnoreCase);
}
