using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class CollectionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var collections = endpoints.MapTenantApi("collections", "Collections");
        collections.MapGet("", ListAsync).WithSummary("A page of collections, newest first").RequireAuthorization(SepaPermissions.Remittances.Default);
        collections.MapGet("total", TotalAsync).WithSummary("Number and sum of all that match").RequireAuthorization(SepaPermissions.Remittances.Default);
        collections.MapGet("list.csv", CsvAsync).WithSummary("All that match, for spreadsheets, with whole account numbers")
            .RequireAuthorization(SepaPermissions.Remittances.Download).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        collections.MapGet("{id:guid}", GetAsync).WithSummary("One collection").RequireAuthorization(SepaPermissions.Remittances.Default);
        collections.MapPost("", CreateAsync).WithSummary("Adds a waiting collection").RequireAuthorization(SepaPermissions.Remittances.Create);
        collections.MapPost("{id:guid}/cancel", CancelAsync).WithSummary("Takes back a waiting collection").RequireAuthorization(SepaPermissions.Remittances.Create);
        collections.MapPost("{id:guid}/collect-again", AgainAsync).WithSummary("A second attempt for what the bank rejected or took back").RequireAuthorization(SepaPermissions.Remittances.Create);
    }

    private static async Task<Ok<PagedResult<CollectionDto>>> ListAsync(
        [AsParameters] CollectionQuery query, ICollectionAppService collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(await collections.GetListAsync(query.ToInput(), cancellationToken));

    private static async Task<Ok<OrderTotalDto>> TotalAsync(
        [AsParameters] CollectionQuery query, ICollectionAppService collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(await collections.GetTotalAsync(query.ToInput(), cancellationToken));

    private static async Task<FileStreamHttpResult> CsvAsync(
        [AsParameters] CollectionQuery query, IRemittanceExportAppService exports, CancellationToken cancellationToken) =>
        TypedResults.File(
            await TemporaryFile.FillAsync(file => exports.WriteCollectionsAsync(query.ToInput(), file, cancellationToken)), OrderFileFormat.Csv.MediaType(), "orders.csv");

    private static async Task<Ok<CollectionDto>> GetAsync(Guid id, ICollectionAppService collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(await collections.GetAsync(id, cancellationToken));

    private static async Task<Created<CollectionDto>> CreateAsync(
        CreateCollectionDto input, ICollectionAppService collections, HttpRequest request, CancellationToken cancellationToken)
    {
        var collection = await collections.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{collection.Id}", collection);
    }

    private static async Task<Ok<CollectionDto>> AgainAsync(Guid id, ICollectionAppService collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(await collections.CollectAgainAsync(id, cancellationToken));

    private static async Task<NoContent> CancelAsync(Guid id, ICollectionAppService collections, CancellationToken cancellationToken)
    {
        await collections.CancelAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>Query of the list of collections; without a status all are listed.</summary>
internal sealed record CollectionQuery(
    string? Search, OrderStatus? Status, SddScheme? Scheme, Guid? ImportBatchId, Guid? MandateId, string? Cursor, int? PageSize,
    BankState? BankState, DateOnly? From, DateOnly? To, decimal? MinAmount, decimal? MaxAmount, bool? IsExpected)
{
    public GetCollectionsInput ToInput() => new(Search, Status, Scheme, ImportBatchId, MandateId, Cursor, PageSize ?? 25, BankState, From, To, MinAmount, MaxAmount, IsExpected ?? false);
}
