using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary;

internal sealed class NotaryMenuContributor(ICurrentTenant tenant) : IMenuContributor
{
    public Type ResourceType => typeof(NotaryResource);

    public IEnumerable<MenuItem> GetItems() => tenant.Tenant?.TenantType switch
    {
        NotaryTenantType.Name => [new("Notary.Office", "Office:Title", "deeds", "contract", 6, NotaryPermissions.Office)],
        TenantTypes.Sme => [new("Notary.Deeds", "Menu:Notary", "notary", "contract", 250, NotaryPermissions.Deeds.Default)],
        _ => [],
    };
}
