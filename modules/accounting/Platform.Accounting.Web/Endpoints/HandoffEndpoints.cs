using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

internal static class HandoffEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var handoffs = endpoints.MapTenantApi("handoffs", "Handoffs");
        handoffs.MapGet("", ListAsync).WithSummary("A page of handoffs, the newest first").RequireAuthorization(AccountingPermissions.Handoffs.Default);
        handoffs.MapPost("", CreateAsync).WithSummary("Hands documents to the accountant, once for each key").RequireAuthorization(AccountingPermissions.Handoffs.Send);
        handoffs.MapPost("preview", PreviewAsync).WithSummary("What a handoff would hold").RequireAuthorization(AccountingPermissions.Handoffs.Send);
        handoffs.MapGet("{id:guid}", GetAsync).WithSummary("One handoff with its links and downloads").RequireAuthorization(AccountingPermissions.Handoffs.Default);
        handoffs.MapGet("{id:guid}/items", ItemsAsync).WithSummary("What is in its zip").RequireAuthorization(AccountingPermissions.Handoffs.Default);
        handoffs.MapMethods("{id:guid}/zip", Reading, ZipAsync).WithSummary("Its zip; ranges resume a download").RequireAuthorization(AccountingPermissions.Handoffs.Default)
            .Produces(StatusCodes.Status200OK, contentType: ZipResult.MediaType).Produces(StatusCodes.Status206PartialContent, contentType: ZipResult.MediaType)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
        handoffs.MapPost("{id:guid}/resend", ResendAsync).WithSummary("Mails another link to its recipient").RequireAuthorization(AccountingPermissions.Handoffs.Send);
        handoffs.MapPost("{id:guid}/revoke", RevokeAsync).WithSummary("Withdraws its links").RequireAuthorization(AccountingPermissions.Handoffs.Send);
    }

    private static async Task<Ok<PagedResult<HandoffListDto>>> ListAsync(string? cursor, int? pageSize, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.GetListAsync(new GetHandoffsInput(cursor, pageSize ?? 25), cancellationToken));

    private static async Task<Created<HandoffDto>> CreateAsync(CreateHandoffDto input, IHandoffAppService handoffs, HttpRequest request, CancellationToken cancellationToken)
    {
        var handoff = await handoffs.CreateAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{handoff.Head.Id}", handoff);
    }

    private static async Task<Ok<HandoffPreviewDto>> PreviewAsync(HandoffChoice choice, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.PreviewAsync(choice, cancellationToken));

    private static async Task<Ok<HandoffDto>> GetAsync(Guid id, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.GetAsync(id, cancellationToken));

    private static async Task<Ok<PagedResult<HandoffItemDto>>> ItemsAsync(
        Guid id, string? cursor, int? pageSize, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.GetItemsAsync(id, cursor, pageSize ?? 50, cancellationToken));

    private static async Task<ZipResult> ZipAsync(Guid id, IHandoffAppService handoffs, HttpRequest request, CancellationToken cancellationToken) =>
        new(await handoffs.DownloadAsync(id, ZipResult.Read(request), cancellationToken));

    private static async Task<Ok<HandoffDto>> ResendAsync(Guid id, ResendInput input, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.ResendAsync(id, input.LinkDays, cancellationToken));

    private static async Task<Ok<HandoffDto>> RevokeAsync(Guid id, IHandoffAppService handoffs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handoffs.RevokeAsync(id, cancellationToken));
}

/// <summary>A wish for another link.</summary>
internal sealed record ResendInput(int? LinkDays);
