using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal sealed class TenancyMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(TenancyResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Tenancy.Dashboard", "Menu:Dashboard", "", "layout-dashboard", 0, TenancyPermissions.Dashboard),
        new("Tenancy.Company", "Menu:Company", "settings/company", "building", 900, TenancyPermissions.Company.Default, "Menu:Administration"),
    ];
}
