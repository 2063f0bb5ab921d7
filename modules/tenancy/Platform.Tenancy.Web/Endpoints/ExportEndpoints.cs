using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var exports = endpoints.MapTenantApi("exports", "Exports");
        exports.MapGet("", async (IExportAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(c)))
            .WithSummary("Exports of everything, the newest first").RequireAuthorization(TenancyPermissions.Exports);
        exports.MapPost("", StartAsync).WithSummary("Starts one, or answers the running one").RequireAuthorization(TenancyPermissions.Exports);
        exports.MapGet("{id:guid}", async (Guid id, IExportAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(id, c)))
            .WithSummary("One export and its progress").RequireAuthorization(TenancyPermissions.Exports);
        exports.MapGet("{id:guid}/file", FileAsync).WithSummary("Its zip; ranges resume a download").RequireAuthorization(TenancyPermissions.Exports)
            .Produces(StatusCodes.Status200OK, contentType: ExportResult.MediaType).Produces(StatusCodes.Status206PartialContent, contentType: ExportResult.MediaType)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
        exports.MapDelete("{id:guid}", DeleteAsync).WithSummary("Removes one, also while it runs").RequireAuthorization(TenancyPermissions.Exports);
    }

    private static async Task<Accepted<ExportDto>> StartAsync(IExportAppService exports, HttpRequest request, CancellationToken cancellationToken)
    {
        var export = await exports.StartAsync(cancellationToken);
        return TypedResults.Accepted($"{request.Path}/{export.Id}", export);
    }

    private static async Task<ExportResult> FileAsync(Guid id, IExportAppService exports, HttpRequest request, CancellationToken cancellationToken) =>
        new(await exports.DownloadAsync(id, ExportResult.From(request), cancellationToken));

    private static async Task<NoContent> DeleteAsync(Guid id, IExportAppService exports, CancellationToken cancellationToken)
    {
        await exports.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
