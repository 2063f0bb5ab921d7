using Platform.AspNetCore;

namespace Platform.Vault.Web;

internal sealed class VaultMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(VaultResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Vault.Consents", "Menu:Consents", "consents", "shield-check", 20, VaultPermissions.Consents.Own),
        new("Vault.Keys", "Menu:VaultKeys", "vault/keys", "key", 960, VaultPermissions.Keys, "Menu:Administration"),
    ];
}
