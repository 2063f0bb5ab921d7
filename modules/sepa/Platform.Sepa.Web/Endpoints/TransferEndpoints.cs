using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class TransferEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var transfers = endpoints.MapTenantApi("transfers", "Transfers");
        transfers.MapGet("", ListAsync).WithSummary("A page of transfers, newest first").RequireAuthorization(SepaPermissions.Transfers.Default);
        transfers.MapGet("total", TotalAsync).WithSummary("Number and sum of the transfers that match").RequireAuthorization(SepaPermissions.Transfers.Default);
        transfers.MapGet("{id:guid}", GetAsync).WithSummary("One transfer").RequireAuthorization(SepaPermissions.Transfers.Default);
        transfers.MapPost("", CreateAsync).WithSummary("Adds a transfer").RequireAuthorization(SepaPermissions.Transfers.Create);
        transfers.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Takes back a waiting transfer").RequireAuthorization(SepaPermissions.Transfers.Create);
        transfers.MapPost("{id:guid}/again", AgainAsync).WithSummary("Adds a second attempt for a failed transfer").RequireAuthorization(SepaPermissions.Transfers.Create);
    }

    private static async Task<Ok<PagedResult<TransferDto>>> ListAsync(
        [AsParameters] TransferQuery query, ITransferAppService transfers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await transfers.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<OrderTotalDto>> TotalAsync(
        [AsParameters] TransferQuery query, ITransferAppService transfers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await transfers.GetTotalAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<TransferDto>> GetAsync(Guid id, ITransferAppService transfers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await transfers.GetAsync(id, cancellationToken));

    private static async Task<Created<TransferDto>> CreateAsync(
        CreateTransferDto input, ITransferAppService transfers, HttpRequest request, CancellationToken cancellationToken)
    {
        var transfer = await transfers.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{transfer.Id}", transfer);
    }

    private static async Task<NoContent> CancelAsync(Guid id, ITransferAppService transfers, CancellationToken cancellationToken)
    {
        await transfers.CancelAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<TransferDto>> AgainAsync(Guid id, ITransferAppService transfers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await transfers.PayAgainAsync(id, cancellationToken));
}

/// <summary>Query of the list of transfers; without a status all are listed.</summary>
internal sealed record TransferQuery(string? Search, OrderStatus? Status, BankState? BankState, string? Cursor, int? PageSize,
    DateOnly? From, DateOnly? To, bool? IsExpected)
{
    public GetTransfersInput ToInput() => new(Search, Status, Cursor, PageSize ?? 25, BankState, From, To, IsExpected ?? false);
}
