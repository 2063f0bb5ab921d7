using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class ConnectorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapTenantApi("accounting-connector", "Accounting connector");
        group.MapGet("", async (IAccountingConnectorAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(c)))
            .WithSummary("The accounting package that documents go to, and how it goes").RequireAuthorization(AccountingPermissions.Accountant.Default);
        group.MapPut("{connector}", (string connector, IAccountingConnectorAppService s, CancellationToken c) => DoneAsync(s.ConnectAsync(connector, c)))
            .WithSummary("Connects, in place of the former one").RequireAuthorization(AccountingPermissions.Accountant.Edit);
        group.MapDelete("", (IAccountingConnectorAppService s, CancellationToken c) => DoneAsync(s.DisconnectAsync(c)))
            .WithSummary("Disconnects").RequireAuthorization(AccountingPermissions.Accountant.Edit);
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
