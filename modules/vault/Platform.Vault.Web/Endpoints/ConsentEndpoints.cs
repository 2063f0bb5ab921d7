using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Vault.Web;

internal static class ConsentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var consents = endpoints.MapTenantApi("consents", "Consents");
        consents.MapGet("", ListAsync).WithSummary("A page of the caller's consents, newest first; everybody's where the caller may see them").RequireAuthorization(VaultPermissions.Consents.Own);
        consents.MapGet("{id:guid}", GetAsync).WithSummary("One consent").RequireAuthorization(VaultPermissions.Consents.Own);
        consents.MapPost("{id:guid}/revoke", RevokeAsync).WithSummary("Ends a consent at once and for good; repeating it changes nothing").RequireAuthorization(VaultPermissions.Consents.Own);
    }

    private static async Task<Ok<PagedResult<ConsentDto>>> ListAsync(
        ConsentState? state, bool? everybody, string? provider, string? cursor, int? pageSize, IConsentAppService consents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await consents.GetListAsync(new GetConsentsInput(everybody ?? false, state, provider, cursor, pageSize ?? 25), cancellationToken));

    private static async Task<Ok<ConsentDto>> GetAsync(Guid id, IConsentAppService consents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await consents.GetAsync(id, cancellationToken));

    private static async Task<Ok<ConsentDto>> RevokeAsync(Guid id, IConsentAppService consents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await consents.RevokeAsync(id, cancellationToken));
}
