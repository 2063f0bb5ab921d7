using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class RoleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var roles = endpoints.MapTenantApi("roles", "Roles");
        roles.MapGet("", ListAsync).WithSummary("Roles with their rights").RequireAuthorization(IdentityPermissions.Roles.Default);
        roles.MapGet("{id:guid}", GetAsync).WithSummary("One role").RequireAuthorization(IdentityPermissions.Roles.Default);
        roles.MapPost("", CreateAsync).WithSummary("Adds a role").RequireAuthorization(IdentityPermissions.Roles.Manage);
        roles.MapPut("{id:guid}", UpdateAsync).WithSummary("Renames a role and replaces its rights").RequireAuthorization(IdentityPermissions.Roles.Manage);
        roles.MapDelete("{id:guid}", DeleteAsync).WithSummary("Deletes a role that nobody holds").RequireAuthorization(IdentityPermissions.Roles.Manage);
    }

    private static async Task<Ok<IReadOnlyList<RoleDto>>> ListAsync(IRoleAppService roles, CancellationToken cancellationToken) =>
        TypedResults.Ok(await roles.GetListAsync(cancellationToken));

    private static async Task<Ok<RoleDto>> GetAsync(Guid id, IRoleAppService roles, CancellationToken cancellationToken) =>
        TypedResults.Ok(await roles.GetAsync(id, cancellationToken));

    private static async Task<Ok<RoleDto>> CreateAsync(RoleInput input, IRoleAppService roles, CancellationToken cancellationToken) =>
        TypedResults.Ok(await roles.CreateAsync(input, cancellationToken));

    private static async Task<NoContent> UpdateAsync(Guid id, RoleInput input, IRoleAppService roles, CancellationToken cancellationToken)
    {
        await roles.UpdateAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(Guid id, IRoleAppService roles, CancellationToken cancellationToken)
    {
        await roles.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
