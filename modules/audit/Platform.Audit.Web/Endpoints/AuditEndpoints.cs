using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Audit.Web;

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var trail = endpoints.MapTenantApi("audit", "Audit trail");
        trail.MapGet("", ListAsync).WithSummary("Entries that match, the newest first").RequireAuthorization(AuditPermissions.Trail);
        trail.MapGet("{id:guid}", GetAsync).WithSummary("One entry with old and new values").RequireAuthorization(AuditPermissions.Trail);
    }

    private static async Task<Ok<PagedResult<AuditEntryDto>>> ListAsync(
        [AsParameters] AuditFilterQuery filter, IAuditAppService trail, CancellationToken cancellationToken) =>
        TypedResults.Ok(await trail.GetListAsync(filter.ToFilter(), filter.Cursor, filter.PageSize ?? 50, cancellationToken));

    private static async Task<Ok<AuditEntryDetailDto>> GetAsync(Guid id, bool? installation, IAuditAppService trail, CancellationToken cancellationToken) =>
        TypedResults.Ok(await trail.GetAsync(id, installation ?? false, cancellationToken));
}
