using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

internal static class ClosingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var closing = endpoints.MapTenantApi("closing", "Closing");
        closing.MapGet("", async (IClosingAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(c)))
            .WithSummary("Whether the account is closed, and what closing it does").RequireAuthorization(TenancyPermissions.Company.Close).WithMetadata(new OpenWhenClosedAttribute());
        closing.MapPost("", CloseAsync).WithSummary("Closes the account; the company is erased after a delay").RequireAuthorization(TenancyPermissions.Company.Close);
        closing.MapDelete("", TakeBackAsync).WithSummary("Takes the closing back").RequireAuthorization(TenancyPermissions.Company.Close).WithMetadata(new OpenWhenClosedAttribute());
    }

    private static async Task<Ok<ClosingDto>> CloseAsync(CloseCompanyDto input, IClosingAppService closing, CancellationToken cancellationToken) =>
        TypedResults.Ok(await closing.CloseAsync(input, cancellationToken));

    private static async Task<NoContent> TakeBackAsync(IClosingAppService closing, CancellationToken cancellationToken)
    {
        await closing.TakeBackAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
