using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.ModuleName;

internal sealed class ModuleNameMenuContributor(ICurrentTenant tenant) : IMenuContributor
{
    public Type ResourceType => typeof(ModuleNameResource);

    public IEnumerable<MenuItem> GetItems() => tenant.Tenant?.TenantType switch
    {
        ModuleNameTenantType.Name => [new("ModuleName.Firm", "Firm:Title", "modulename/work", "briefcase", 6, ModuleNamePermissions.Firm)],
        TenantTypes.Sme => [new("ModuleName.Matters", "Menu:ModuleName", "modulename", "briefcase", 500, ModuleNamePermissions.Matters.Default)],
        _ => [],
    };
}
