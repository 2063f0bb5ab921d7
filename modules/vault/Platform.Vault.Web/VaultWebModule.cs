using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

/// <summary>Pages, API and menu of the vault.</summary>
public sealed class VaultWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        ConsentEndpoints.Map(endpoints);
        VaultKeyEndpoints.Map(endpoints);
        MailSecretEndpoints.Map(endpoints);
    }
}
