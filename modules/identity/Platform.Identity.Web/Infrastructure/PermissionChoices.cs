namespace Platform.Identity.Web;

/// <summary>Check boxes of permissions under a field name.</summary>
internal sealed record PermissionChoices(string Field, IReadOnlyList<PermissionGroup> Groups, IReadOnlyCollection<string> Chosen);

/// <summary>Check boxes of roles under a field name.</summary>
internal sealed record RoleChoices(string Field, IReadOnlyList<RoleReferenceDto> Roles, IReadOnlyCollection<Guid> Chosen);
