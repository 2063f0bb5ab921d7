using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class MandateDocumentEndpoints
{
    /// <summary>A little more than a file may have, for what a form puts around it.</summary>
    public const long MaxRequestBytes = MandateDocumentLimits.MaxBytes + 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var documents = endpoints.MapTenantApi("mandates/{id:guid}/documents", "Mandates");
        documents.MapGet("", ListAsync).WithSummary("Signed papers of a mandate").RequireAuthorization(SepaPermissions.Mandates.Default);
        documents.MapPost("", AddAsync).WithSummary("Keeps a signed paper (PDF, PNG, JPEG), as multipart form (file) or as the body itself").RequireAuthorization(SepaPermissions.Mandates.Edit)
            // "*/*": with named types alone routing would answer others itself, before the company is looked at.
            .Accepts<IFormFile>("multipart/form-data", "application/pdf", "*/*")
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        documents.MapGet("{documentId:guid}", OpenAsync).WithSummary("The bytes of a signed paper").RequireAuthorization(SepaPermissions.Mandates.Default)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        documents.MapDelete("{documentId:guid}", RemoveAsync).WithSummary("Removes a signed paper of a mandate that was never used").RequireAuthorization(SepaPermissions.Mandates.Edit);
    }

    private static async Task<Ok<IReadOnlyList<MandateDocumentDto>>> ListAsync(Guid id, IMandateDocumentAppService documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await documents.GetListAsync(id, cancellationToken));

    private static async Task<Created<MandateDocumentDto>> AddAsync(
        Guid id, string? fileName, HttpRequest request, IMandateDocumentAppService documents, CancellationToken cancellationToken)
    {
        await using var upload = await ImportUpload.ReadAsync(request, fileName, cancellationToken, MaxRequestBytes);
        var document = await documents.AddAsync(id, new AddMandateDocumentInput(upload.FileName, upload.Content), cancellationToken);
        return TypedResults.Created($"{request.Path}/{document.Id}", document);
    }

    private static async Task<FileStreamHttpResult> OpenAsync(Guid id, Guid documentId, IMandateDocumentAppService documents, CancellationToken cancellationToken)
    {
        var (document, content) = await documents.OpenAsync(id, documentId, cancellationToken);
        return TypedResults.File(content, document.MediaType, document.FileName);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, Guid documentId, IMandateDocumentAppService documents, CancellationToken cancellationToken)
    {
        await documents.RemoveAsync(id, documentId, cancellationToken);
        return TypedResults.NoContent();
    }
}
