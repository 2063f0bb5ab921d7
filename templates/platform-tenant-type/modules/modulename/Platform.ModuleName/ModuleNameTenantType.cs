using Platform.Tenancy;

namespace Platform.ModuleName;

internal sealed class ModuleNameTenantType : ITenantTypeProvider
{
    public const string Name = "modulename";

    public IEnumerable<TenantTypeDefinition> GetTenantTypes() => [new(Name, "ModuleName.TenantType")];
}
