using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var imports = endpoints.MapTenantApi("imports", "Imports").RequireAuthorization(SepaPermissions.Imports.Default);
        imports.MapPost("", StageAsync).WithSummary("Uploads and checks a file (CSV, XLSX, pain.001, pain.008), as multipart form (file) or as the body itself")
            // "*/*": with named types alone routing would answer others itself, before the company is looked at.
            .Accepts<IFormFile>("multipart/form-data", "text/csv", "application/xml", "*/*")
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.MaxRequestBytes)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        imports.MapGet("", ListAsync).WithSummary("A page of imports, newest first");
        imports.MapGet("fields/{kind}", Fields).WithSummary("Fields that a file of a kind may have");
        imports.MapGet("{id:guid}", GetAsync).WithSummary("One import with its counts and totals");
        imports.MapGet("{id:guid}/rows", RowsAsync).WithSummary("A page of its rows in the order of the file");
        imports.MapGet("{id:guid}/failed-rows.csv", FailedRowsAsync).WithSummary("Rows that are not imported, as CSV with the reasons").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        imports.MapPost("{id:guid}/reread", RereadAsync).WithSummary("Reads the file again with another dialect or mapping");
        imports.MapPost("{id:guid}/revalidate", RevalidateAsync).WithSummary("Checks every row again");
        imports.MapPut("{id:guid}/rows/{rowId:guid}", CorrectAsync).WithSummary("Corrects a row");
        imports.MapPost("{id:guid}/rows/{rowId:guid}/skip", SkipAsync).WithSummary("Leaves a row out");
        imports.MapPost("{id:guid}/rows/{rowId:guid}/unskip", UnskipAsync).WithSummary("Takes a row in again");
        imports.MapPost("{id:guid}/skip-invalid", SkipInvalidAsync).WithSummary("Leaves out every invalid row");
        imports.MapPost("{id:guid}/confirm", ConfirmAsync).WithSummary("Makes business data of the valid rows; repeating it answers the same");
        imports.MapPost("{id:guid}/undo", UndoAsync).WithSummary("Takes back all that a confirmed import made, where nothing of it is used; repeating it answers the same");
        imports.MapPost("{id:guid}/mandates", MandatesAsync).WithSummary("Stages the mandates beside the direct debits of a pain.008 as another import");
        imports.MapDelete("{id:guid}", DiscardAsync).WithSummary("Throws a staged import away");
    }

    private static async Task<Created<ImportBatchDto>> StageAsync(
        ImportKind? kind, string? fileName, Guid? creditorAccountId, HttpRequest request, IImportAppService imports, CancellationToken cancellationToken)
    {
        await using var upload = await ImportUpload.ReadAsync(request, fileName, cancellationToken);
        var import = await imports.StageAsync(new StageImportInput(kind, upload.FileName, upload.Content, creditorAccountId), cancellationToken);
        return TypedResults.Created($"{request.Path}/{import.Id}", import);
    }

    private static async Task<Ok<PagedResult<ImportBatchDto>>> ListAsync(
        ImportStatus? status, ImportKind? kind, string? cursor, int? pageSize, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.GetListAsync(new GetImportsInput(status, kind, cursor, pageSize ?? 25), cancellationToken));

    private static Ok<IReadOnlyList<ImportFieldDto>> Fields(ImportKind kind, IImportAppService imports) => TypedResults.Ok(imports.GetFields(kind));

    private static async Task<Ok<ImportBatchDto>> GetAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.GetAsync(id, cancellationToken));

    private static async Task<Ok<PagedResult<ImportRowDto>>> RowsAsync(
        Guid id, ImportRowState? state, bool? withFindings, string? cursor, int? pageSize, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.GetRowsAsync(id, new GetImportRowsInput(state, withFindings ?? false, cursor, pageSize ?? 50), cancellationToken));

    private static async Task<FileStreamHttpResult> FailedRowsAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.File(
            await TemporaryFile.FillAsync(stream => imports.WriteFailedRowsAsync(id, stream, cancellationToken)), "text/csv; charset=utf-8", "failed-rows.csv");

    private static async Task<Ok<ImportBatchDto>> RereadAsync(Guid id, RereadImportDto input, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.RereadAsync(id, input, cancellationToken));

    private static async Task<Ok<ImportBatchDto>> RevalidateAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.RevalidateAsync(id, cancellationToken));

    private static async Task<Ok<ImportRowDto>> CorrectAsync(
        Guid id, Guid rowId, CorrectRowDto input, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.CorrectRowAsync(id, rowId, input, cancellationToken));

    private static async Task<Ok<ImportRowDto>> SkipAsync(Guid id, Guid rowId, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.SkipRowAsync(id, rowId, skip: true, cancellationToken));

    private static async Task<Ok<ImportRowDto>> UnskipAsync(Guid id, Guid rowId, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.SkipRowAsync(id, rowId, skip: false, cancellationToken));

    private static async Task<Ok<ImportBatchDto>> SkipInvalidAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.SkipInvalidRowsAsync(id, cancellationToken));

    private static async Task<Ok<ImportResultDto>> ConfirmAsync(
        Guid id, ConfirmImportDto input, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.ConfirmAsync(id, input, cancellationToken));

    private static async Task<Ok<ImportBatchDto>> UndoAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await imports.UndoAsync(id, cancellationToken));

    private static async Task<Created<ImportBatchDto>> MandatesAsync(Guid id, HttpRequest request, IImportAppService imports, CancellationToken cancellationToken)
    {
        var import = await imports.StageMandatesAsync(id, cancellationToken);
        return TypedResults.Created(request.Path.Value!.Replace($"{id}/mandates", $"{import.Id}", StringComparison.OrdinalIgnoreCase), import);
    }

    private static async Task<NoContent> DiscardAsync(Guid id, IImportAppService imports, CancellationToken cancellationToken)
    {
        await imports.DiscardAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
