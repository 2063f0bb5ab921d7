using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var me = endpoints.MapHostApi("me", "Account").RequireAuthorization(PlatformPolicies.SignedIn);
        me.MapGet("", GetAsync).WithSummary("The person the token acts for");
        me.MapPut("", UpdateAsync).WithSummary("Changes name and language");
        me.MapPost("password", ChangePasswordAsync).WithSummary("Changes the password and ends all sessions");
        me.MapPost("invitations/{token}/accept", AcceptAsync).WithSummary("Accepts an invitation for the person's address; answers the company's URL segment");
        me.MapGet("sessions", ListSessionsAsync).WithSummary("Open sessions");
        me.MapDelete("sessions", EndSessionsAsync).WithSummary("Ends all sessions");
        me.MapDelete("sessions/{id:guid}", EndSessionAsync).WithSummary("Ends a session");
        me.MapGet("tokens", ListTokensAsync).WithSummary("API tokens, without their secrets");
        me.MapPost("tokens", CreateTokenAsync).WithSummary("Makes an API token; it is told only here");
        me.MapDelete("tokens/{id:guid}", RevokeTokenAsync).WithSummary("Revokes an API token");
    }

    private static async Task<Ok<ProfileDto>> GetAsync(IAccountAppService account, CancellationToken cancellationToken) =>
        TypedResults.Ok(await account.GetAsync(cancellationToken));

    private static async Task<NoContent> UpdateAsync(UpdateProfileDto input, IAccountAppService account, CancellationToken cancellationToken)
    {
        await account.UpdateAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChangePasswordAsync(ChangePasswordDto input, IAccountAppService account, CancellationToken cancellationToken)
    {
        await account.ChangePasswordAsync(input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<string>> AcceptAsync(string token, IInvitationAppService invitations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await invitations.AcceptAsync(token, cancellationToken));

    private static async Task<Ok<IReadOnlyList<SessionDto>>> ListSessionsAsync(ISessionAppService sessions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sessions.GetListAsync(cancellationToken));

    private static async Task<NoContent> EndSessionsAsync(ISessionAppService sessions, CancellationToken cancellationToken)
    {
        await sessions.SignOutOthersAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSessionAsync(Guid id, ISessionAppService sessions, CancellationToken cancellationToken)
    {
        await sessions.SignOutAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<ApiTokenDto>>> ListTokensAsync(IApiTokenAppService tokens, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tokens.GetListAsync(cancellationToken));

    private static async Task<Ok<CreatedApiTokenDto>> CreateTokenAsync(CreateApiTokenDto input, IApiTokenAppService tokens, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tokens.CreateAsync(input, cancellationToken));

    private static async Task<NoContent> RevokeTokenAsync(Guid id, IApiTokenAppService tokens, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
