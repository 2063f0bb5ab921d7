using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal static class GroupEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var groups = endpoints.MapHostApi("groups", "Groups").RequireAuthorization(PlatformPolicies.SignedIn);
        groups.MapGet("", async (IGroupAppService service, CancellationToken c) => TypedResults.Ok(await service.GetListAsync(c))).WithSummary("Groups the person administers");
        groups.MapPost("", async (CreateGroupDto input, IGroupAppService service, CancellationToken c) => TypedResults.Ok(await service.CreateAsync(input, c)))
            .WithSummary("Makes a group of one company");
        groups.MapGet("{id:guid}", async (Guid id, IGroupAppService service, CancellationToken c) => TypedResults.Ok(await service.GetAsync(id, c))).WithSummary("One group");
        groups.MapPut("{id:guid}/companies/{tenantId:guid}", (Guid id, Guid tenantId, IGroupAppService service, CancellationToken c) => DoneAsync(service.AddCompanyAsync(id, tenantId, c)))
            .WithSummary("Adds a company");
        groups.MapDelete("{id:guid}/companies/{tenantId:guid}", (Guid id, Guid tenantId, IGroupAppService service, CancellationToken c) => DoneAsync(service.RemoveCompanyAsync(id, tenantId, c)))
            .WithSummary("Takes a company out");
        groups.MapPut("{id:guid}/administrators/{userId:guid}", (Guid id, Guid userId, IGroupAppService service, CancellationToken c) => DoneAsync(service.AddAdministratorAsync(id, userId, c)))
            .WithSummary("Makes a person an administrator of the group");
        groups.MapDelete("{id:guid}/administrators/{userId:guid}", (Guid id, Guid userId, IGroupAppService service, CancellationToken c) => DoneAsync(service.RemoveAdministratorAsync(id, userId, c)))
            .WithSummary("Takes the right over the group away");
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
