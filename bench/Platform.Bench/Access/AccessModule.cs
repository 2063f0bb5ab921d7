using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Host;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>The product with its own rights, and endpoints that differ by what they ask for.</summary>
[DependsOn(typeof(HostModule))]
internal sealed class AccessModule : PlatformWebModule
{
    public const string Open = "/api/t/lefevre/bench/open";
    public const string Same = "/api/t/lefevre/bench/same-again";
    public const string Guarded = "/api/t/lefevre/bench/guarded";

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        var bench = endpoints.MapTenantApi("bench", "Bench");
        bench.MapGet("open", () => TypedResults.Ok()).RequireAuthorization(PlatformPolicies.SignedIn);
        bench.MapGet("same-again", () => TypedResults.Ok()).RequireAuthorization(PlatformPolicies.SignedIn);
        bench.MapGet("guarded", GuardedAsync).RequireAuthorization(SepaPermissions.Mandates.Default);
    }

    // As a page does: the policy, the service's own check, and a right that decides about a button.
    private static async Task<IResult> GuardedAsync(IPermissionChecker permissions, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Default, cancellationToken);
        await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        return TypedResults.Ok();
    }
}
