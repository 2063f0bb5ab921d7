using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class MandateEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var mandates = endpoints.MapTenantApi("mandates", "Mandates");
        mandates.MapGet("", ListAsync).WithSummary("A page of mandates").RequireAuthorization(SepaPermissions.Mandates.Default);
        mandates.MapGet("{id:guid}", GetAsync).WithSummary("One mandate with its timeline").RequireAuthorization(SepaPermissions.Mandates.Default);
        mandates.MapGet("{id:guid}/form", FormAsync).WithSummary("What the mandate form says, with the debtor's language").RequireAuthorization(SepaPermissions.Mandates.Default);
        mandates.MapGet("{id:guid}/form.pdf", FormPdfAsync).WithSummary("The mandate form in the debtor's language, to be signed")
            .RequireAuthorization(SepaPermissions.Mandates.Default).Produces(StatusCodes.Status200OK, contentType: NotePrinter.MediaType);
        mandates.MapPost("", CreateAsync).WithSummary("Adds a mandate").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPut("{id:guid}", UpdateAsync).WithSummary("Changes a mandate").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/amend", AmendAsync).WithSummary("Gives a mandate another reference or debtor account").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/ask", AskAsync).WithSummary("Mails the debtor of a draft a link to sign it").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/activate", ActivateAsync).WithSummary("Records the signature of a draft").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/suspend", SuspendAsync).WithSummary("Suspends a mandate").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/resume", ResumeAsync).WithSummary("Makes a suspended mandate usable again").RequireAuthorization(SepaPermissions.Mandates.Edit);
        mandates.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Ends a mandate for good").RequireAuthorization(SepaPermissions.Mandates.Edit);
    }

    private static async Task<Ok<PagedResult<MandateListDto>>> ListAsync(
        [AsParameters] MandateQuery query, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<MandateDto>> GetAsync(Guid id, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.GetAsync(id, cancellationToken));

    private static async Task<Ok<MandateFormDto>> FormAsync(Guid id, IMandateFormAppService forms, CancellationToken cancellationToken) =>
        TypedResults.Ok(await forms.GetAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> FormPdfAsync(Guid id, IMandateFormAppService forms, NotePrinter printer, CancellationToken cancellationToken)
    {
        var (content, name) = await printer.PrintAsync(await forms.GetAsync(id, cancellationToken), cancellationToken);
        return TypedResults.Bytes(content, NotePrinter.MediaType, name);
    }

    private static async Task<Created<MandateDto>> CreateAsync(
        SaveMandateDto input, IMandateAppService mandates, HttpRequest request, CancellationToken cancellationToken)
    {
        var mandate = await mandates.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{mandate.Id}", mandate);
    }

    private static async Task<Ok<MandateDto>> UpdateAsync(Guid id, SaveMandateDto input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.UpdateAsync(id, input, cancellationToken));

    private static async Task<Ok<MandateDto>> AmendAsync(Guid id, AmendMandateDto input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.AmendAsync(id, input, cancellationToken));

    private static async Task<Ok<AskedOutput>> AskAsync(Guid id, ActInput input, IMandateSigningAppService signing, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AskedOutput(await signing.AskAsync(id, input.ConcurrencyStamp, cancellationToken)));

    private static async Task<Ok<MandateDto>> ActivateAsync(Guid id, ActivateInput input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.ActivateAsync(id, input.SignedOn, input.ConcurrencyStamp, cancellationToken));

    private static async Task<Ok<MandateDto>> SuspendAsync(Guid id, ReasonInput input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.SuspendAsync(id, input.Reason, input.ConcurrencyStamp, cancellationToken));

    private static async Task<Ok<MandateDto>> ResumeAsync(Guid id, ActInput input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.ResumeAsync(id, input.ConcurrencyStamp, cancellationToken));

    private static async Task<Ok<MandateDto>> CancelAsync(Guid id, ReasonInput input, IMandateAppService mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mandates.CancelAsync(id, input.Reason, input.ConcurrencyStamp, cancellationToken));
}

/// <summary>Query of the list of mandates.</summary>
internal sealed record MandateQuery(
    string? Search, MandateStatus? Status, SddScheme? Scheme, Guid? ImportBatchId, MandateSort? Sort, string? Cursor, int? PageSize)
{
    public GetMandatesInput ToInput() => new(Search, Status, Scheme, ImportBatchId, Sort ?? MandateSort.Newest, Cursor, PageSize ?? 25);
}

/// <summary>A link on its way to a debtor.</summary>
internal sealed record AskedOutput(DateTime ExpiresAt);
