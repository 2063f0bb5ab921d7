using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal static class EngagementEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        MapClientSide(endpoints.MapTenantApi("engagements", "Engagements"));
        MapFirmSide(endpoints.MapTenantApi("clients", "Clients"));
    }

    private static void MapClientSide(RouteGroupBuilder group)
    {
        group.MapGet("", async (IEngagementAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(c)))
            .WithSummary("Firms that work in the company").RequireAuthorization(TenancyPermissions.Engagements.Default);
        group.MapGet("{id:guid}", async (Guid id, IEngagementAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(id, c)))
            .WithSummary("One engagement").RequireAuthorization(TenancyPermissions.Engagements.Default);
        group.MapGet("firms", async (string? kind, string? search, IEngagementAppService s, CancellationToken c) => TypedResults.Ok(await s.FindFirmsAsync(kind, search, c)))
            .WithSummary("Firms of the directory, by part of a name or VAT number").RequireAuthorization(TenancyPermissions.Engagements.Manage);
        group.MapPost("", async (RequestEngagementDto input, IEngagementAppService s, CancellationToken c) => TypedResults.Ok(await s.RequestAsync(input, c)))
            .WithSummary("Asks a firm").RequireAuthorization(TenancyPermissions.Engagements.Manage);
        group.MapPut("{id:guid}/scopes", async (Guid id, ScopesDto input, IEngagementAppService s, CancellationToken c) => TypedResults.Ok(await s.SetScopesAsync(id, input, c)))
            .WithSummary("Grants other scopes").RequireAuthorization(TenancyPermissions.Engagements.Manage);
        group.MapPost("{id:guid}/end", (Guid id, IEngagementAppService s, CancellationToken c) => DoneAsync(s.EndAsync(id, c)))
            .WithSummary("Ends an engagement, at once").RequireAuthorization(TenancyPermissions.Engagements.Manage);
    }

    private static void MapFirmSide(RouteGroupBuilder group)
    {
        group.MapGet("", async ([AsParameters] ClientListInput input, IClientAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Clients of the firm, by name").RequireAuthorization(TenancyPermissions.Clients.Default);
        group.MapPost("{id:guid}/accept", async (Guid id, IClientAppService s, CancellationToken c) => TypedResults.Ok(await s.AcceptAsync(id, c)))
            .WithSummary("Accepts a client").RequireAuthorization(TenancyPermissions.Clients.Decide);
        group.MapPost("{id:guid}/refuse", async (Guid id, IClientAppService s, CancellationToken c) => TypedResults.Ok(await s.RefuseAsync(id, c)))
            .WithSummary("Refuses a client").RequireAuthorization(TenancyPermissions.Clients.Decide);
        group.MapPost("{id:guid}/end", (Guid id, IClientAppService s, CancellationToken c) => DoneAsync(s.EndAsync(id, c)))
            .WithSummary("Ends the work for a client").RequireAuthorization(TenancyPermissions.Clients.Decide);
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
