using Platform.AspNetCore;

namespace Platform.Signing.Web;

internal sealed class SigningMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(SigningResource);

    public IEnumerable<MenuItem> GetItems() => [new("Signing.Certificates", "Signing:Title", "signing", "certificate", 25, SigningPermissions.Certificates)];
}
