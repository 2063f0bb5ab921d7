using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Platform.AspNetCore;

/// <summary>Groups for the HTTP API: bearer tokens only, problem details for every error (RFC 9457), one unit of work per call.</summary>
public static class ApiRouting
{
    /// <summary>Maps <c>/api/t/{tenant}/prefix</c>: the caller is a member of that company, checked on each request.</summary>
    public static RouteGroupBuilder MapTenantApi(this IEndpointRouteBuilder endpoints, string prefix, string tag) =>
        endpoints.MapApi($"/api/t/{{{TenantRoute.Parameter}}}/{prefix}", tag).ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Maps <c>/api/prefix</c>: what belongs to the person, not to a company.</summary>
    public static RouteGroupBuilder MapHostApi(this IEndpointRouteBuilder endpoints, string prefix, string tag) =>
        endpoints.MapApi($"/api/{prefix}", tag);

    private static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints, string path, string tag) =>
        endpoints.MapGroup(path)
            .WithTags(tag)
            .AddEndpointFilter<UnitOfWorkEndpointFilter>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
