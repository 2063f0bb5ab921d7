using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class UserAppService(
    IdentityDbContext context, UserReader reader, Invitations invitations, Rights rights, SignInBlocks blocks, FactorReset factors, PasswordChanger passwords,
    PasswordResetLinks links, SessionEnding ending, LentRights lent, IMembershipService memberships,
    IPermissionChecker checker, IFreshProof proof, IUnitOfWork unitOfWork, IAuditLog audit) : IUserAppService
{
    public async Task<PagedResult<UserListItemDto>> GetListAsync(UserListInput input, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        return await reader.GetListAsync(input, cancellationToken);
    }

    public async Task<UserDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        return await reader.GetAsync(id, cancellationToken);
    }

    public async Task SetRolesAsync(Guid id, SetRolesDto input, CancellationToken cancellationToken = default)
    {
        await BeginChangeAsync(id, cancellationToken);
        var wanted = await rights.GetRolesAsync([.. input.RoleIds.Distinct()], nameof(input.RoleIds), cancellationToken);
        var held = await reader.RolesOf(id).Include(r => r.Permissions).ToListAsync(cancellationToken);
        await rights.CheckMayGrantAsync(wanted.Except(held).Union(held.Except(wanted)), cancellationToken);
        await ProveToGiveAsync(wanted.Except(held), cancellationToken);
        if (held.Except(wanted).Any(r => r.GrantsEverything))
        {
            await rights.KeepAnAdministratorAsync(id, cancellationToken);
        }

        var gone = held.Except(wanted).Select(r => r.Id).ToArray();
        context.RoleAssignments.RemoveRange(await context.RoleAssignments.Where(a => a.UserId == id && gone.Contains(a.RoleId)).ToListAsync(cancellationToken));
        context.RoleAssignments.AddRange(wanted.Except(held).Select(r => new RoleAssignment { UserId = id, RoleId = r.Id }));
        Record("Identity.User.RolesChanged", id, "Roles", held.Select(r => r.Name), wanted.Select(r => r.Name));
    }

    public async Task SetDirectGrantsAsync(Guid id, SetDirectGrantsDto input, CancellationToken cancellationToken = default)
    {
        await BeginChangeAsync(id, cancellationToken);
        rights.CheckAreDefined(input.Permissions, nameof(input.Permissions));
        var held = await context.DirectGrants.Where(g => g.UserId == id).ToListAsync(cancellationToken);
        var before = held.ConvertAll(g => g.Permission);
        var after = input.Permissions.Distinct(StringComparer.Ordinal).ToList();
        await rights.CheckMayGrantAsync(before.Except(after).Union(after.Except(before)), cancellationToken);
        await ProveToGiveAsync(after.Except(before), cancellationToken);
        context.DirectGrants.RemoveRange(held.Where(g => !after.Contains(g.Permission)));
        context.DirectGrants.AddRange(after.Except(before).Select(p => new DirectGrant { UserId = id, Permission = p }));
        Record("Identity.User.GrantsChanged", id, "Permissions", before, after);
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await BeginChangeAsync(id, cancellationToken);
        await rights.KeepAnAdministratorAsync(id, cancellationToken);
        var roles = await reader.RolesOf(id).Include(r => r.Permissions).ToListAsync(cancellationToken);
        var grants = await context.DirectGrants.Where(g => g.UserId == id).ToListAsync(cancellationToken);
        await rights.CheckMayGrantAsync(roles, cancellationToken);
        context.RoleAssignments.RemoveRange(await context.RoleAssignments.Where(a => a.UserId == id).ToListAsync(cancellationToken));
        context.DirectGrants.RemoveRange(grants);
        context.RightLimits.RemoveRange(await context.RightLimits.Where(l => l.HolderId == id).ToListAsync(cancellationToken));
        context.Delegations.RemoveRange(await context.Delegations.Where(d => d.FromUserId == id || d.ToUserId == id).ToListAsync(cancellationToken));
        await memberships.RemoveAsync(id, cancellationToken);
        audit.Add("Identity.User.Removed", nameof(User), id.ToString(), new AuditChange("Roles", string.Join(", ", roles.Select(r => r.Name)), null));
    }

    public async Task SetActiveAsync(Guid id, bool active, CancellationToken cancellationToken = default)
    {
        var user = await BeginAccountChangeAsync(id, cancellationToken);
        if (!active)
        {
            await rights.KeepAnAdministratorAsync(id, cancellationToken);
            await ending.EndAllAsync(id, cancellationToken);
        }

        user.IsActive = active;
        user.InactivityWarnedAt = null;
        await lent.RaiseAsync(id, cancellationToken);
    }

    public async Task ResetSecondFactorAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var user = await BeginAccountChangeAsync(id, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await factors.ResetAsync(user, cancellationToken);
    }

    public async Task EndSessionsAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await BeginChangeOverAsync(id, cancellationToken);
        await ending.EndAllAsync(id, cancellationToken);
        audit.Add("Identity.User.SessionsEnded", nameof(User), id.ToString());
    }

    public async Task InvalidatePasswordAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var user = await BeginChangeOverAsync(id, cancellationToken);
        await passwords.InvalidateAsync(user, cancellationToken);
        await ending.EndAllAsync(id, cancellationToken);
        audit.Add("Identity.Password.Invalidated", nameof(User), id.ToString());
        await links.SendAsync(user, "Compromised", cancellationToken);
    }

    public async Task LiftBlockAsync(Guid id, CancellationToken cancellationToken = default) =>
        await blocks.LiftAsync(await BeginChangeAsync(id, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<InvitationDto>> GetInvitationsAsync(CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        return await invitations.GetListAsync(cancellationToken);
    }

    public async Task<InvitationDto> InviteAsync(InviteUserDto input, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        return await invitations.InviteAsync(input, cancellationToken);
    }

    public async Task ResendInvitationAsync(Guid invitationId, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await invitations.ResendAsync(invitationId, cancellationToken);
    }

    public async Task WithdrawInvitationAsync(Guid invitationId, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await invitations.WithdrawAsync(invitationId, cancellationToken);
    }

    private async Task<User> BeginChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        return await reader.GetMemberAsync(id, cancellationToken);
    }

    private async Task<User> BeginChangeOverAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await BeginChangeAsync(id, cancellationToken);
        await rights.CheckMayGrantAsync(await reader.RolesOf(id).Include(r => r.Permissions).ToListAsync(cancellationToken), cancellationToken);
        return user;
    }

    // The account opens every company of its person: only where this is the only one, and by nobody who may do less.
    private async Task<User> BeginAccountChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await BeginChangeOverAsync(id, cancellationToken);
        return (await memberships.GetTenantIdsAsync(id, cancellationToken)).Count > 1 ? throw new BusinessException(IdentityErrorCodes.UserInOtherCompanies) : user;
    }

    // What is taken away must never wait for a proof.
    private async Task ProveToGiveAsync<T>(IEnumerable<T> given, CancellationToken cancellationToken)
    {
        if (given.Any())
        {
            await proof.RequireAsync(cancellationToken);
        }
    }

    private void Record(string action, Guid userId, string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (string.Join(", ", before.Order()), string.Join(", ", after.Order()));
        if (old != now)
        {
            audit.Add(action, nameof(User), userId.ToString(), new AuditChange(what, old, now));
        }
    }
}
