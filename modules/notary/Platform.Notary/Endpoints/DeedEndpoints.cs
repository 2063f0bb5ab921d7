using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Notary;

internal static class DeedEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTenantApi("deeds", "Notary")
            .MapGet("", async ([AsParameters] GetDeedsInput input, OfficeAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Deeds of a notary's office over all its clients, the newest first").RequireAuthorization(NotaryPermissions.Office);
        var group = endpoints.MapTenantApi("notary/deeds", "Notary");
        MapReading(group);
        MapPreparing(group);
    }

    private static void MapReading(RouteGroupBuilder group)
    {
        group.MapGet("", async ([AsParameters] GetDeedsInput input, DeedAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Deeds of the company, the newest first").RequireAuthorization(NotaryPermissions.Deeds.Default);
        group.MapGet("{id:guid}", async (Guid id, DeedAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(id, c)))
            .WithSummary("One deed").RequireAuthorization(NotaryPermissions.Deeds.Default);
    }

    private static void MapPreparing(RouteGroupBuilder group)
    {
        group.MapPost("", OpenAsync).WithSummary("Opens a deed").RequireAuthorization(NotaryPermissions.Deeds.Prepare);
        group.MapPost("{id:guid}/appointment", async (Guid id, AppointmentDto input, DeedAppService s, CancellationToken c) => TypedResults.Ok(await s.SetAppointmentAsync(id, input, c)))
            .WithSummary("Plans the day of signing").RequireAuthorization(NotaryPermissions.Deeds.Prepare);
        group.MapPost("{id:guid}/sign", async (Guid id, DeedAppService s, CancellationToken c) => TypedResults.Ok(await s.SignAsync(id, c)))
            .WithSummary("Notes that the deed was signed today").RequireAuthorization(NotaryPermissions.Deeds.Prepare);
        group.MapPost("{id:guid}/close", async (Guid id, DeedAppService s, CancellationToken c) => TypedResults.Ok(await s.CloseAsync(id, c)))
            .WithSummary("Notes that nothing remains to be done").RequireAuthorization(NotaryPermissions.Deeds.Prepare);
    }

    private static async Task<Created<DeedDto>> OpenAsync(OpenDeedDto input, DeedAppService deeds, HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = await deeds.OpenAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{deed.Id}", deed);
    }
}
