using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

// Nobody signs by a token: the key opens minutes after a second factor, which only a session has.
internal static class RemittanceSignatureEndpoints
{
    public const string MediaType = "application/pkcs7-signature";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var signatures = endpoints.MapTenantApi("remittances/{id:guid}/signatures", "Remittances");
        signatures.MapGet("", ListAsync).WithSummary("Who signed the bank file").RequireAuthorization(SepaPermissions.Remittances.Default);
        signatures.MapGet("{signatureId:guid}", DownloadAsync).WithSummary("A signature: CMS, detached, DER")
            .RequireAuthorization(SepaPermissions.Remittances.Default).Produces(StatusCodes.Status200OK, contentType: MediaType);
    }

    private static async Task<Ok<IReadOnlyList<RemittanceSignatureDto>>> ListAsync(Guid id, IRemittanceSigningAppService signing, CancellationToken cancellationToken) =>
        TypedResults.Ok(await signing.GetListAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> DownloadAsync(Guid id, Guid signatureId, IRemittanceSigningAppService signing, CancellationToken cancellationToken)
    {
        var download = await signing.DownloadAsync(id, signatureId, cancellationToken);
        return TypedResults.Bytes(download.Content, MediaType, download.FileName);
    }
}
