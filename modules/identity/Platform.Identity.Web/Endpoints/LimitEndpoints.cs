using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class LimitEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var roles = endpoints.MapTenantApi("roles", "Roles");
        roles.MapGet("{id:guid}/limits", OfRoleAsync).WithSummary("How far the rights of a role reach").RequireAuthorization(IdentityPermissions.Roles.Default);
        roles.MapPut("{id:guid}/limits", SetOfRoleAsync).WithSummary("Replaces the limits of a role").RequireAuthorization(IdentityPermissions.Roles.Manage);
        var users = endpoints.MapTenantApi("users", "Users");
        users.MapGet("{id:guid}/limits", OfUserAsync).WithSummary("The person's own limits, beside those of each role").RequireAuthorization(IdentityPermissions.Users.Default);
        users.MapPut("{id:guid}/limits", SetOfUserAsync).WithSummary("Replaces the person's own limits").RequireAuthorization(IdentityPermissions.Users.Manage);
        endpoints.MapTenantApi("limits", "Roles").MapGet("", ChoicesAsync).WithSummary("What can be limited, with the records to choose from").RequireAuthorization(PlatformPolicies.SignedIn);
        var delegations = endpoints.MapTenantApi("delegations", "Delegations");
        delegations.MapGet("", DelegationsAsync).WithSummary("Rights lent for a time: one's own, or everybody's for those who see people").RequireAuthorization(PlatformPolicies.SignedIn);
        delegations.MapPost("", LendAsync).WithSummary("Lends own rights to another member").RequireAuthorization(IdentityPermissions.Delegations);
        delegations.MapPost("{id:guid}/end", EndAsync).WithSummary("Ends a delegation at once").RequireAuthorization(PlatformPolicies.SignedIn);
    }

    private static async Task<Ok<IReadOnlyList<LimitChoiceDto>>> ChoicesAsync(IRightLimitAppService limits, CancellationToken cancellationToken) =>
        TypedResults.Ok(await limits.GetChoicesAsync(cancellationToken));

    private static async Task<Ok<IReadOnlyList<LimitDto>>> OfRoleAsync(Guid id, IRightLimitAppService limits, CancellationToken cancellationToken) =>
        TypedResults.Ok(await limits.GetOfRoleAsync(id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<LimitDto>>> OfUserAsync(Guid id, IRightLimitAppService limits, CancellationToken cancellationToken) =>
        TypedResults.Ok(await limits.GetOfUserAsync(id, cancellationToken));

    private static async Task<NoContent> SetOfRoleAsync(Guid id, SetLimitsDto input, IRightLimitAppService limits, CancellationToken cancellationToken)
    {
        await limits.SetOfRoleAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetOfUserAsync(Guid id, SetLimitsDto input, IRightLimitAppService limits, CancellationToken cancellationToken)
    {
        await limits.SetOfUserAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<DelegationDto>>> DelegationsAsync(IDelegationAppService delegations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await delegations.GetListAsync(cancellationToken));

    private static async Task<Ok<DelegationDto>> LendAsync(CreateDelegationDto input, IDelegationAppService delegations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await delegations.CreateAsync(input, cancellationToken));

    private static async Task<NoContent> EndAsync(Guid id, IDelegationAppService delegations, CancellationToken cancellationToken)
    {
        await delegations.EndAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
