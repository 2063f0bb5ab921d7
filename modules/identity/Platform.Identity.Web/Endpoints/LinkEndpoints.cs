using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var links = endpoints.MapTenantApi("links", "Links").RequireAuthorization(IdentityPermissions.Links.Default);
        links.MapGet("", ListAsync).WithSummary("Links that were sent: one's own, or everybody's with the right; the newest first");
        links.MapGet("kinds", async (ILinkAppService service, CancellationToken c) => TypedResults.Ok(await service.GetKindsAsync(c)))
            .WithSummary("Names of the kinds of links");
        links.MapDelete("{id:guid}", RevokeAsync).WithSummary("Revokes a link");
    }

    private static async Task<Ok<PagedResult<LinkDto>>> ListAsync(
        ILinkAppService links, string? kind, LinkState? state, string? search, string? cursor, int? pageSize, CancellationToken cancellationToken) =>
        TypedResults.Ok(await links.GetListAsync(new LinkListInput(kind, state, search, cursor, pageSize ?? 25), cancellationToken));

    private static async Task<NoContent> RevokeAsync(Guid id, ILinkAppService links, CancellationToken cancellationToken)
    {
        await links.RevokeAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
