using Platform.Tenancy;

namespace Platform.ModuleName;

/// <summary>What a firm of this type is engaged for, and all that a client can grant it.</summary>
internal sealed class ModuleNameEngagement : IEngagementKindProvider
{
    public const string Name = "modulename";

    private static readonly string[] Proposed =
        [TenancyPermissions.Dashboard, TenancyPermissions.Company.Default, ModuleNamePermissions.Matters.Default, ModuleNamePermissions.Matters.Edit];

    public IEnumerable<EngagementKindDefinition> GetKinds() => [new(Name, "ModuleName.EngagementKind", ModuleNameTenantType.Name, Proposed, Proposed)];
}
