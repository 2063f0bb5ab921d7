using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var users = endpoints.MapTenantApi("users", "Users");
        users.MapGet("", ListAsync).WithSummary("People of the company, by name").RequireAuthorization(IdentityPermissions.Users.Default);
        users.MapGet("{id:guid}", GetAsync).WithSummary("One person with the origin of every right").RequireAuthorization(IdentityPermissions.Users.Default);
        users.MapPut("{id:guid}/roles", SetRolesAsync).WithSummary("Replaces the person's roles").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPut("{id:guid}/grants", SetGrantsAsync).WithSummary("Replaces the rights besides roles").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapDelete("{id:guid}", RemoveAsync).WithSummary("Ends the person's access to the company").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/end-sessions", EndSessionsAsync).WithSummary("Ends all sessions of the person").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/invalidate-password", InvalidatePasswordAsync).WithSummary("The password opens nothing any more; sends a link for a new one").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/reset-second-factor", ResetSecondFactorAsync).WithSummary("Takes app, passkeys and recovery codes away and ends all sessions").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/deactivate", DeactivateAsync).WithSummary("Locks the account").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/activate", ActivateAsync).WithSummary("Reopens the account").RequireAuthorization(IdentityPermissions.Users.Manage);
        users.MapPost("{id:guid}/lift-block", LiftAsync).WithSummary("Lifts a block after failed sign-ins").RequireAuthorization(IdentityPermissions.Users.Manage);
        MapInvitations(endpoints.MapTenantApi("invitations", "Users"));
    }

    private static void MapInvitations(RouteGroupBuilder invitations)
    {
        invitations.MapGet("", ListInvitationsAsync).WithSummary("Invitations not accepted yet").RequireAuthorization(IdentityPermissions.Users.Default);
        invitations.MapPost("", InviteAsync).WithSummary("Invites by e-mail").RequireAuthorization(IdentityPermissions.Users.Manage);
        invitations.MapPost("{id:guid}/resend", ResendAsync).WithSummary("Sends a new link; the former one stops working").RequireAuthorization(IdentityPermissions.Users.Manage);
        invitations.MapDelete("{id:guid}", WithdrawAsync).WithSummary("Withdraws the invitation").RequireAuthorization(IdentityPermissions.Users.Manage);
    }

    private static async Task<Ok<PagedResult<UserListItemDto>>> ListAsync(
        IUserAppService users, string? search, Guid? roleId, string? cursor, int? pageSize, CancellationToken cancellationToken) =>
        TypedResults.Ok(await users.GetListAsync(new UserListInput(search, roleId, cursor, pageSize ?? 25), cancellationToken));

    private static async Task<Ok<UserDto>> GetAsync(Guid id, IUserAppService users, CancellationToken cancellationToken) =>
        TypedResults.Ok(await users.GetAsync(id, cancellationToken));

    private static async Task<NoContent> SetRolesAsync(Guid id, SetRolesDto input, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.SetRolesAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SetGrantsAsync(Guid id, SetDirectGrantsDto input, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.SetDirectGrantsAsync(id, input, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSessionsAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.EndSessionsAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> InvalidatePasswordAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.InvalidatePasswordAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResetSecondFactorAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.ResetSecondFactorAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeactivateAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.SetActiveAsync(id, active: false, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ActivateAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.SetActiveAsync(id, active: true, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LiftAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.LiftBlockAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<InvitationDto>>> ListInvitationsAsync(IUserAppService users, CancellationToken cancellationToken) =>
        TypedResults.Ok(await users.GetInvitationsAsync(cancellationToken));

    private static async Task<Ok<InvitationDto>> InviteAsync(InviteUserDto input, IUserAppService users, CancellationToken cancellationToken) =>
        TypedResults.Ok(await users.InviteAsync(input, cancellationToken));

    private static async Task<NoContent> ResendAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.ResendInvitationAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(Guid id, IUserAppService users, CancellationToken cancellationToken)
    {
        await users.WithdrawInvitationAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
