using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal sealed class IdentityMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(IdentityResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Identity.Users", "Menu:Users", "users", "users", 910, IdentityPermissions.Users.Default, "Menu:Administration"),
        new("Identity.Roles", "Menu:Roles", "roles", "shield-lock", 920, IdentityPermissions.Roles.Default, "Menu:Administration"),
        new("Identity.Delegations", "Delegations:Title", "delegations", "calendar", 925, IdentityPermissions.Delegations, "Menu:Administration"),
        new("Identity.Links", "Links:Title", "links", "link", 927, IdentityPermissions.Links.Default, "Menu:Administration"),
        new("Identity.Security", "Security:Title", "security", "lock", 930, IdentityPermissions.Security.Default, "Menu:Administration"),
        new("Identity.SignOn", "SignOn:Settings", "security/sso", "key", 931, IdentityPermissions.Security.Default, "Menu:Administration"),
        new("Identity.Addresses", "Addresses:Title", "security/addresses", "network", 931, IdentityPermissions.Security.Default, "Menu:Administration"),
        new("Identity.Alerts", "Alerts:Title", "security/alerts", "alert-triangle", 932, IdentityPermissions.Users.Manage, "Menu:Administration"),
        new("Identity.Bounds", "Bounds:Title", "security/bounds", "lock", 935, IdentityPermissions.Security.Bounds, "Menu:Administration"),
        new("Identity.LegacyAccounts", "LegacyImport:Title", "legacy-accounts", "user-plus", 936, IdentityPermissions.LegacyAccounts.Import, "Menu:Administration"),
    ];
}
