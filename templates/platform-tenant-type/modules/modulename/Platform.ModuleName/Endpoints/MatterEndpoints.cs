using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.ModuleName;

internal static class MatterEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTenantApi("modulename/work", "ModuleName")
            .MapGet("", async ([AsParameters] GetMattersInput input, FirmAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Matters of a firm over all its clients, the newest first").RequireAuthorization(ModuleNamePermissions.Firm);
        var group = endpoints.MapTenantApi("modulename/matters", "ModuleName");
        group.MapGet("", async ([AsParameters] GetMattersInput input, MatterAppService s, CancellationToken c) => TypedResults.Ok(await s.GetListAsync(input, c)))
            .WithSummary("Matters of the company, the newest first").RequireAuthorization(ModuleNamePermissions.Matters.Default);
        group.MapGet("{id:guid}", async (Guid id, MatterAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(id, c)))
            .WithSummary("One matter").RequireAuthorization(ModuleNamePermissions.Matters.Default);
        group.MapPost("", OpenAsync).WithSummary("Opens a matter").RequireAuthorization(ModuleNamePermissions.Matters.Edit);
        group.MapPost("{id:guid}/close", async (Guid id, MatterAppService s, CancellationToken c) => TypedResults.Ok(await s.CloseAsync(id, c)))
            .WithSummary("Closes a matter").RequireAuthorization(ModuleNamePermissions.Matters.Edit);
    }

    private static async Task<Created<MatterDto>> OpenAsync(OpenMatterDto input, MatterAppService matters, HttpRequest request, CancellationToken cancellationToken)
    {
        var matter = await matters.OpenAsync(input, cancellationToken);
        return TypedResults.Created($"{request.Path}/{matter.Id}", matter);
    }
}
