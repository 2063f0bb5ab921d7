using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal static class InboxAddressEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTenantApi("inbox-address", "Inbox address").MapGet("", async (IInboxAddressAppService s, CancellationToken c) => TypedResults.Ok(await s.GetAsync(c)))
            .WithSummary("The e-mail address of the inbox, who may write to it, and what came and was refused").RequireAuthorization(AccountingPermissions.MailIn.Default);
        var changes = endpoints.MapTenantApi("inbox-address", "Inbox address").RequireAuthorization(AccountingPermissions.MailIn.Edit);
        changes.MapPost("", async (IInboxAddressAppService s, CancellationToken c) => TypedResults.Ok(await s.RenewAsync(c)))
            .WithSummary("Turns it on, or replaces it: the former address ends at once");
        changes.MapDelete("", (IInboxAddressAppService s, CancellationToken c) => DoneAsync(s.TurnOffAsync(c))).WithSummary("Turns it off");
        changes.MapPost("senders", (AllowSenderInput input, IInboxAddressAppService s, CancellationToken c) => DoneAsync(s.AllowAsync(input, c)))
            .WithSummary("Allows an address or a domain to write");
        changes.MapDelete("senders/{id:guid}", (Guid id, IInboxAddressAppService s, CancellationToken c) => DoneAsync(s.DisallowAsync(id, c)))
            .WithSummary("Takes an allowed sender off the list");
    }

    private static async Task<NoContent> DoneAsync(Task act)
    {
        await act;
        return TypedResults.NoContent();
    }
}
