using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class RemittanceHandOverEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var remittance = endpoints.MapTenantApi("remittances/{id:guid}", "Remittances");
        remittance.MapGet("hand-over", FindAsync).WithSummary("How the bank file was handed over").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittance.MapPost("hand-over", HandOverAsync).WithSummary("Hands the bank file over, once; repeating it with the same id answers the first result")
            .RequireAuthorization(SepaPermissions.Remittances.HandOver);
        remittance.MapGet("package", PackageAsync).WithSummary("The bank file with its signatures")
            .RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: RemittancePackageFile.MediaType);
    }

    private static async Task<Ok<RemittanceHandOverDto>> FindAsync(Guid id, IRemittanceHandOverAppService handOvers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handOvers.FindAsync(id, cancellationToken) ?? throw new EntityNotFoundException());

    private static async Task<Ok<RemittanceHandOverDto>> HandOverAsync(
        Guid id, HandOverRemittanceDto input, IRemittanceHandOverAppService handOvers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handOvers.HandOverAsync(id, input, cancellationToken));

    private static async Task<FileStreamHttpResult> PackageAsync(Guid id, IRemittanceHandOverAppService handOvers, CancellationToken cancellationToken)
    {
        var package = await handOvers.OpenPackageAsync(id, cancellationToken);
        return TypedResults.File(await package.ZipAsync(cancellationToken), RemittancePackageFile.MediaType, package.Name());
    }
}
