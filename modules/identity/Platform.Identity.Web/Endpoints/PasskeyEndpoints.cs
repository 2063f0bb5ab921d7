using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var passkeys = endpoints.MapHostApi("me/passkeys", "Account").RequireAuthorization(PlatformPolicies.SignedIn);
        passkeys.MapGet("", ListAsync).WithSummary("Passkeys of the person the token acts for; adding one needs a browser and its page");
        passkeys.MapDelete("{id:guid}", RemoveAsync).WithSummary("Removes a passkey; the last second factor is removed on its page only");
    }

    private static async Task<Ok<IReadOnlyList<PasskeyDto>>> ListAsync(IPasskeyAppService passkeys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await passkeys.GetListAsync(cancellationToken));

    private static async Task<NoContent> RemoveAsync(Guid id, IPasskeyAppService passkeys, CancellationToken cancellationToken)
    {
        await passkeys.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
