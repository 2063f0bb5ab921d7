using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class AccountantEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapTenantApi("accountant", "Accountant");
        group.MapGet("", async (IAccountantAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(c)))
            .WithSummary("Who keeps the books, and who did").RequireAuthorization(AccountingPermissions.Accountant.Default);
        group.MapGet("firms", async (string? search, IAccountantAppService s, CancellationToken c) => TypedResults.Ok(await s.FindFirmsAsync(search, c)))
            .WithSummary("Accounting firms on the platform, by part of a name or VAT number").RequireAuthorization(AccountingPermissions.Accountant.Edit);
        group.MapPost("firms/{firmId:guid}", (Guid firmId, IAccountantAppService s, CancellationToken c) => DoneAsync(s.RequestFirmAsync(firmId, c)))
            .WithSummary("Asks a firm on the platform").RequireAuthorization(AccountingPermissions.Accountant.Edit);
        group.MapPut("contact", (AccountantContactDto input, IAccountantAppService s, CancellationToken c) => DoneAsync(s.SetContactAsync(input, c)))
            .WithSummary("Names a contact outside the platform").RequireAuthorization(AccountingPermissions.Accountant.Edit);
        group.MapDelete("", (IAccountantAppService s, CancellationToken c) => DoneAsync(s.EndAsync(c)))
            .WithSummary("No accountant from now on").RequireAuthorization(AccountingPermissions.Accountant.Edit);
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
