using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class DocumentUploadEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapTenantApi("documents/uploads", "Documents").RequireAuthorization(AccountingPermissions.Documents.Edit);
        uploads.MapPost("", StartAsync).WithSummary("Begins the upload of a file");
        uploads.MapGet("{id:guid}", GetAsync).WithSummary("How far an upload has come: where to go on");
        uploads.MapPut("{id:guid}", WriteAsync).WithSummary("Takes the next chunk, as the body itself; one that was received before changes nothing")
            // "*/*": with named types alone routing would answer others itself, before the company is looked at.
            .Accepts<IFormFile>("application/octet-stream", "*/*")
            .WithMetadata(new RequestSizeLimitAttribute(DocumentLimits.ChunkBytes)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        uploads.MapPost("{id:guid}/complete", CompleteAsync).WithSummary("Makes a document of an upload that is whole, or tells which document has the same content");
        uploads.MapDelete("{id:guid}", DiscardAsync).WithSummary("Ends an upload and removes what was received");
    }

    private static async Task<Created<DocumentUploadDto>> StartAsync(
        StartUploadInput input, HttpRequest request, IDocumentUploadAppService uploads, CancellationToken cancellationToken)
    {
        var upload = await uploads.StartAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{upload.Id}", upload);
    }

    private static async Task<Ok<DocumentUploadDto>> GetAsync(Guid id, IDocumentUploadAppService uploads, CancellationToken cancellationToken) =>
        TypedResults.Ok(await uploads.GetAsync(id, cancellationToken));

    private static async Task<Ok<DocumentUploadDto>> WriteAsync(
        Guid id, long offset, HttpRequest request, IDocumentUploadAppService uploads, CancellationToken cancellationToken) =>
        TypedResults.Ok(await uploads.WriteAsync(id, offset, request.Body, cancellationToken));

    private static async Task<Ok<UploadResultDto>> CompleteAsync(
        Guid id, CompleteUploadInput input, IDocumentUploadAppService uploads, CancellationToken cancellationToken) =>
        TypedResults.Ok(await uploads.CompleteAsync(id, input, cancellationToken));

    private static async Task<NoContent> DiscardAsync(Guid id, IDocumentUploadAppService uploads, CancellationToken cancellationToken)
    {
        await uploads.DiscardAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
