using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

/// <summary>Pages, API and menu of the Vault module.</summary>
public sealed class VaultWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => NoteEndpoints.Map(endpoints);
}
