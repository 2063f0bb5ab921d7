using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class BankAnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var answers = endpoints.MapTenantApi("bank-answers", "Bank answers");
        answers.MapPost("", ImportAsync).WithSummary("Imports pain.002, camt.053 or camt.054, as multipart form (file) or as the body itself")
            // "*/*": with named types alone routing would answer others itself, before the company is looked at.
            .Accepts<IFormFile>("multipart/form-data", "application/xml", "*/*").RequireAuthorization(SepaPermissions.BankAnswers.Import)
            .WithMetadata(new RequestSizeLimitAttribute(ImportUpload.MaxRequestBytes)).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        answers.MapGet("", ListAsync).WithSummary("A page of files, newest first").RequireAuthorization(SepaPermissions.BankAnswers.Default);
        answers.MapGet("{id:guid}", GetAsync).WithSummary("One file with its counts").RequireAuthorization(SepaPermissions.BankAnswers.Default);
        answers.MapGet("items", ItemsAsync).WithSummary("A page of statuses and bookings, of one file or of all").RequireAuthorization(SepaPermissions.BankAnswers.Default);
        answers.MapPost("items/{id:guid}/assign", AssignAsync).WithSummary("Gives an unmatched item its collection").RequireAuthorization(SepaPermissions.BankAnswers.Import);
        answers.MapPost("items/{id:guid}/set-aside", SetAsideAsync).WithSummary("Lays an unmatched item aside").RequireAuthorization(SepaPermissions.BankAnswers.Import);
        endpoints.MapTenantApi("remittances", "Remittances").MapGet("{id:guid}/outcome", OutcomeAsync).WithSummary("What the bank made of a remittance")
            .RequireAuthorization(SepaPermissions.Remittances.Default);
    }

    private static async Task<Created<BankAnswerDto>> ImportAsync(
        string? fileName, HttpRequest request, IBankAnswerAppService answers, CancellationToken cancellationToken)
    {
        await using var upload = await ImportUpload.ReadAsync(request, fileName, cancellationToken);
        var answer = await answers.ImportAsync(new ImportBankAnswerInput(upload.FileName, upload.Content), cancellationToken);
        return TypedResults.Created($"{request.Path}/{answer.Id}", answer);
    }

    private static async Task<Ok<PagedResult<BankAnswerDto>>> ListAsync(
        BankAnswerKind? kind, string? cursor, int? pageSize, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.GetListAsync(new GetBankAnswersInput(kind, cursor, pageSize ?? 25), cancellationToken));

    private static async Task<Ok<BankAnswerDto>> GetAsync(Guid id, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.GetAsync(id, cancellationToken));

    private static async Task<Ok<PagedResult<BankAnswerItemDto>>> ItemsAsync(
        [AsParameters] AnswerItemQuery query, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.GetItemsAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<BankAnswerItemDto>> AssignAsync(
        Guid id, AssignBankAnswerItemDto input, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.AssignAsync(id, input, cancellationToken));

    private static async Task<Ok<BankAnswerItemDto>> SetAsideAsync(
        Guid id, SetAsideBankAnswerItemDto input, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.SetAsideAsync(id, input, cancellationToken));

    private static async Task<Ok<RemittanceOutcomeDto>> OutcomeAsync(Guid id, IBankAnswerAppService answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await answers.GetOutcomeAsync(id, cancellationToken));
}

/// <summary>Query of statuses and bookings.</summary>
internal sealed record AnswerItemQuery(Guid? AnswerId, BankAnswerItemState? State, BankState? Effect, string? Search, string? Cursor, int? PageSize)
{
    public GetBankAnswerItemsInput ToInput() => new(AnswerId, State, Effect, Search, Cursor, PageSize ?? 25);
}
