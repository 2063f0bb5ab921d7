using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var documents = endpoints.MapTenantApi("documents", "Documents");
        documents.MapGet("", ListAsync).WithSummary("A page of documents, newest first").RequireAuthorization(AccountingPermissions.Documents.Default);
        documents.MapGet("{id:guid}", GetAsync).WithSummary("One document").RequireAuthorization(AccountingPermissions.Documents.Default);
        documents.MapGet("{id:guid}/content", OpenAsync).WithSummary("Its bytes, also in ranges (RFC 9110)").RequireAuthorization(AccountingPermissions.Documents.Default)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Produces(StatusCodes.Status206PartialContent, contentType: "application/octet-stream");
        var changes = endpoints.MapTenantApi("documents", "Documents").RequireAuthorization(AccountingPermissions.Documents.Edit);
        changes.MapPut("{id:guid}", UpdateAsync).WithSummary("Renames, sorts and tags a document");
        changes.MapPost("type", SetTypeAsync).WithSummary("Gives documents one type");
        changes.MapPost("tags", AddTagAsync).WithSummary("Adds a tag to documents");
        changes.MapPost("trash", TrashAsync).WithSummary("Puts documents into the trash, from which they are removed after 30 days");
        changes.MapPost("restore", RestoreAsync).WithSummary("Takes documents out of the trash");
    }

    private static async Task<Ok<PagedResult<DocumentDto>>> ListAsync(
        [AsParameters] DocumentsQuery query, IDocumentAppService documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await documents.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<DocumentDto>> GetAsync(Guid id, IDocumentAppService documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await documents.GetAsync(id, cancellationToken));

    private static async Task<FileStreamHttpResult> OpenAsync(Guid id, IDocumentAppService documents, CancellationToken cancellationToken)
    {
        var (document, content) = await documents.OpenAsync(id, cancellationToken);
        return TypedResults.File(content, document.MediaType, document.Name, document.UploadedAt, document.ETag(), enableRangeProcessing: true);
    }

    private static async Task<Ok<DocumentDto>> UpdateAsync(Guid id, UpdateDocumentInput input, IDocumentAppService documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await documents.UpdateAsync(id, input, cancellationToken));

    private static async Task<NoContent> SetTypeAsync(SetDocumentTypeInput input, IDocumentAppService documents, CancellationToken cancellationToken)
    {
        await documents.SetTypeAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AddTagAsync(TagDocumentsInput input, IDocumentAppService documents, CancellationToken cancellationToken)
    {
        await documents.AddTagAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TrashAsync(DocumentsInput input, IDocumentAppService documents, CancellationToken cancellationToken)
    {
        await documents.TrashAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(DocumentsInput input, IDocumentAppService documents, CancellationToken cancellationToken)
    {
        await documents.RestoreAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }
}
