using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class PayeeVerificationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var payees = endpoints.MapTenantApi("remittances/{id:guid}/payees", "Remittances");
        payees.MapGet("", GetAsync).WithSummary("Transfers by the verdict on their payee").RequireAuthorization(SepaPermissions.Remittances.Default);
        payees.MapPost("", VerifyAsync).WithSummary("Asks for the payees of a draft that have no verdict yet").RequireAuthorization(SepaPermissions.Remittances.Create);
    }

    private static async Task<Ok<PayeeVerificationDto>> GetAsync(Guid id, IPayeeVerificationAppService payees, CancellationToken cancellationToken) =>
        TypedResults.Ok(await payees.GetAsync(id, cancellationToken));

    private static async Task<Ok<PayeeVerificationDto>> VerifyAsync(Guid id, ActInput input, IPayeeVerificationAppService payees, CancellationToken cancellationToken) =>
        TypedResults.Ok(await payees.VerifyAsync(id, input.ConcurrencyStamp, cancellationToken));
}
