using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

internal sealed class TenancyMenuContributor(ICurrentTenant tenant, EngagementKindCatalog kinds) : IMenuContributor
{
    public Type ResourceType => typeof(TenancyResource);

    // Only who can be engaged has clients.
    public IEnumerable<MenuItem> GetItems() => kinds.All.Any(k => k.FirmType == tenant.Tenant?.TenantType)
        ? [.. Everywhere, new("Tenancy.Clients", "Clients:Title", "clients", "users-group", 5, TenancyPermissions.Clients.Default)]
        : Everywhere;

    private static MenuItem[] Everywhere =>
    [
        new("Tenancy.Dashboard", "Menu:Dashboard", "", "layout-dashboard", 0, TenancyPermissions.Dashboard),
        new("Tenancy.Company", "Menu:Company", "settings/company", "building", 900, TenancyPermissions.Company.Default, "Menu:Administration"),
        new("Tenancy.Engagements", "Engagements:Title", "settings/engagements", "briefcase", 902, TenancyPermissions.Engagements.Default, "Menu:Administration"),
        new("Tenancy.Trials", "Trials:Title", "trials", "building-community", 995, TenancyPermissions.Trials, "Menu:Administration"),
        new("Tenancy.Export", "Exports:Title", "settings/export", "file-zip", 990, TenancyPermissions.Exports, "Menu:Administration"),
        new("Tenancy.Closing", "Closing:Title", "settings/closing", "door-exit", 995, TenancyPermissions.Company.Close, "Menu:Administration"),
    ];
}
