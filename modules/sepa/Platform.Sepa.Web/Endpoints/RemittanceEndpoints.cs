using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class RemittanceEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var remittances = endpoints.MapTenantApi("remittances", "Remittances");
        MapReading(remittances);
        MapPreparing(remittances);
        remittances.MapPost("{id:guid}/approve", ApproveAsync).WithSummary("Approves what was read; the last approval makes the file").RequireAuthorization(SepaPermissions.Remittances.Approve);
        remittances.MapPost("{id:guid}/reject", RejectAsync).WithSummary("Sends a submitted remittance back").RequireAuthorization(SepaPermissions.Remittances.Approve);
    }

    private static void MapReading(RouteGroupBuilder remittances)
    {
        remittances.MapGet("", ListAsync).WithSummary("A page of remittances, newest first").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittances.MapGet("total", TotalAsync).WithSummary("Sums of all that match").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittances.MapGet("list.csv", CsvAsync).WithSummary("All that match, for spreadsheets")
            .RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        remittances.MapGet("{id:guid}", GetAsync).WithSummary("One remittance with its blocks").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittances.MapGet("{id:guid}/lines", LinesAsync).WithSummary("A page of its orders with what was found in each").RequireAuthorization(SepaPermissions.Remittances.Default);
        remittances.MapGet("{id:guid}/file", FileAsync).WithSummary("The bank file of an approved remittance")
            .RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: "application/xml");
    }

    private static void MapPreparing(RouteGroupBuilder remittances)
    {
        remittances.MapPost("preview", PreviewAsync).WithSummary("What a new remittance would hold").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("", CreateAsync).WithSummary("Makes a draft; repeating it with the same id answers the first result").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/check", CheckAsync).WithSummary("Checks every order of a draft again").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/lines/{lineId:guid}/remove", RemoveAsync).WithSummary("Takes an order out of a draft").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/remove-errors", RemoveErrorsAsync).WithSummary("Takes every order with an error out of a draft").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/acknowledge", AcknowledgeAsync).WithSummary("Acknowledges the present warnings").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/submit", SubmitAsync).WithSummary("Submits a draft for approval").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/withdraw", WithdrawAsync).WithSummary("Takes a submitted remittance back").RequireAuthorization(SepaPermissions.Remittances.Create);
        remittances.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Gives up a draft").RequireAuthorization(SepaPermissions.Remittances.Create);
    }

    private static async Task<Ok<PagedResult<RemittanceListDto>>> ListAsync(
        [AsParameters] RemittanceQuery query, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<RemittanceTotalDto>> TotalAsync(
        [AsParameters] RemittanceQuery query, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.GetTotalAsync(query.ToInput(), cancellationToken));

    private static async Task<FileStreamHttpResult> CsvAsync(
        [AsParameters] RemittanceQuery query, IRemittanceExportAppService exports, CancellationToken cancellationToken) =>
        TypedResults.File(
            await TemporaryFile.FillAsync(file => exports.WriteRemittancesAsync(query.ToInput(), file, cancellationToken)), OrderFileFormat.Csv.MediaType(), "remittances.csv");

    private static async Task<Ok<RemittanceDto>> GetAsync(Guid id, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.GetAsync(id, cancellationToken));

    private static async Task<Ok<PagedResult<RemittanceLineDto>>> LinesAsync(
        Guid id, [AsParameters] LineQuery query, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.GetLinesAsync(id, query.ToInput(), cancellationToken));

    private static async Task<FileStreamHttpResult> FileAsync(Guid id, IRemittanceAppService remittances, HttpResponse response, CancellationToken cancellationToken)
    {
        var download = await remittances.DownloadAsync(id, cancellationToken);
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(download.File.Sha256))}:";
        return TypedResults.File(download.Content, "application/xml", download.File.FileName);
    }

    private static async Task<Ok<RemittancePreviewDto>> PreviewAsync(PreviewInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.PreviewAsync(input.CreditorAccountId, input.Scheme, input.Selection ?? new OrderSelectionDto(), cancellationToken));

    private static async Task<Created<RemittanceDto>> CreateAsync(
        CreateRemittanceDto input, IRemittanceAppService remittances, HttpRequest request, CancellationToken cancellationToken) =>
        TypedResults.Created($"{request.Path}/{input.Id}", await remittances.CreateAsync(input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> CheckAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.CheckAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> RemoveAsync(
        Guid id, Guid lineId, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.RemoveLineAsync(id, lineId, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> RemoveErrorsAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.RemoveLinesWithErrorsAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> AcknowledgeAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.AcknowledgeWarningsAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> SubmitAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.SubmitAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> WithdrawAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.WithdrawAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> CancelAsync(Guid id, RemittanceActInput input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.CancelAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> ApproveAsync(Guid id, ApproveRemittanceDto input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.ApproveAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceDto>> RejectAsync(Guid id, RejectRemittanceDto input, IRemittanceAppService remittances, CancellationToken cancellationToken) =>
        TypedResults.Ok(await remittances.RejectAsync(id, input, cancellationToken));
}

/// <summary>Query of the list of remittances.</summary>
internal sealed record RemittanceQuery(
    RemittanceStatus? Status, string? Search, string? Cursor, int? PageSize, bool? ForMe, bool? ToHandOver, bool? ToSign, RemittanceStage? Stage, Guid? CreditorAccountId,
    PaymentScheme? Scheme, DateOnly? From, DateOnly? To, decimal? MinAmount, decimal? MaxAmount)
{
    public GetRemittancesInput ToInput() => new(
        Status, Search, Cursor, PageSize ?? 25, ForMe ?? false, ToHandOver ?? false, ToSign ?? false, Stage, CreditorAccountId, Scheme, From, To, MinAmount, MaxAmount);
}

/// <summary>Query of the orders of a remittance.</summary>
internal sealed record LineQuery(
    FindingSeverity? Severity, SequenceType? SequenceType, DateOnly? ExecutionDate, string? Search, string? Cursor, int? PageSize)
{
    public GetRemittanceLinesInput ToInput() => new(Severity, SequenceType, ExecutionDate, Search, Cursor, PageSize ?? 50);
}

/// <summary>What a new remittance would be made of.</summary>
internal sealed record PreviewInput(Guid CreditorAccountId, PaymentScheme Scheme, OrderSelectionDto? Selection);
