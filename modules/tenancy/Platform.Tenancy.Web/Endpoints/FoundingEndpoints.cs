using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

internal static class FoundingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var trials = endpoints.MapTenantApi("trials", "Trials");
        trials.MapGet("", ListAsync).WithSummary("Companies on trial, for the operator").RequireAuthorization(TenancyPermissions.Trials);
        trials.MapPost("{id:guid}/confirm", ConfirmAsync).WithSummary("Takes a company for a customer").RequireAuthorization(TenancyPermissions.Trials);
        trials.MapPost("{id:guid}/extend", ExtendAsync).WithSummary("Lets a company try longer").RequireAuthorization(TenancyPermissions.Trials);
        endpoints.MapTenantApi("first-steps", "First steps")
            .MapGet("", StepsAsync).WithSummary("What a new company has still to do").RequireAuthorization(TenancyPermissions.Dashboard);
    }

    private static async Task<Ok<PagedResult<TrialDto>>> ListAsync(ITrialAppService trials, string? cursor, int? pageSize, CancellationToken cancellationToken) =>
        TypedResults.Ok(await trials.GetListAsync(cursor, pageSize ?? 25, cancellationToken));

    private static async Task<NoContent> ConfirmAsync(Guid id, ITrialAppService trials, CancellationToken cancellationToken)
    {
        await trials.ConfirmAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ExtendAsync(Guid id, int days, ITrialAppService trials, CancellationToken cancellationToken)
    {
        await trials.ExtendAsync(id, days, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<FirstStepsDto>> StepsAsync(IFirstStepAppService steps, CancellationToken cancellationToken) =>
        TypedResults.Ok(await steps.GetAsync(cancellationToken));
}
