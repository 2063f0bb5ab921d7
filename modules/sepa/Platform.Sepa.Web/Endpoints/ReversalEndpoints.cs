using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class ReversalEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var reversals = endpoints.MapTenantApi("reversals", "Reversals");
        reversals.MapGet("", ListAsync).WithSummary("A page of reversals, newest first").RequireAuthorization(SepaPermissions.Reversals.Default);
        reversals.MapGet("total", TotalAsync).WithSummary("Number and sum of the reversals that match").RequireAuthorization(SepaPermissions.Reversals.Default);
        reversals.MapGet("waiting", WaitingAsync).WithSummary("Waiting reversals by the remittance they give back").RequireAuthorization(SepaPermissions.Reversals.Default);
        reversals.MapGet("{id:guid}", GetAsync).WithSummary("One reversal").RequireAuthorization(SepaPermissions.Reversals.Default);
        reversals.MapPost("", CreateAsync).WithSummary("Gives settled collections back: all of them or none").RequireAuthorization(SepaPermissions.Reversals.Create);
        reversals.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Takes back a waiting reversal").RequireAuthorization(SepaPermissions.Reversals.Create);
    }

    private static async Task<Ok<PagedResult<ReversalDto>>> ListAsync(
        [AsParameters] ReversalQuery query, IReversalAppService reversals, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reversals.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<OrderTotalDto>> TotalAsync(
        [AsParameters] ReversalQuery query, IReversalAppService reversals, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reversals.GetTotalAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<WaitingReversalsDto>>> WaitingAsync(IReversalAppService reversals, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reversals.GetWaitingAsync(cancellationToken));

    private static async Task<Ok<ReversalDto>> GetAsync(Guid id, IReversalAppService reversals, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reversals.GetAsync(id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<ReversalDto>>> CreateAsync(CreateReversalsDto input, IReversalAppService reversals, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reversals.CreateAsync(input, cancellationToken));

    private static async Task<NoContent> CancelAsync(Guid id, IReversalAppService reversals, CancellationToken cancellationToken)
    {
        await reversals.CancelAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Query of the list of reversals; without a status all are listed.</summary>
internal sealed record ReversalQuery(string? Search, OrderStatus? Status, BankState? BankState, string? Cursor, int? PageSize,
    DateOnly? From, DateOnly? To, bool? IsExpected)
{
    public GetReversalsInput ToInput() => new(Search, Status, Cursor, PageSize ?? 25, BankState, From, To, IsExpected ?? false);
}
