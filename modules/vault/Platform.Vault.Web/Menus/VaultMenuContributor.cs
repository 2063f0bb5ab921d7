using Platform.AspNetCore;

namespace Platform.Vault.Web;

internal sealed class VaultMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(VaultResource);

    public IEnumerable<MenuItem> GetItems() =>
        [new("Vault.Notes", "Notes:Title", "vault/notes", "notes", 500, VaultPermissions.Notes.Default)];
}
