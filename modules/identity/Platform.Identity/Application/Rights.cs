using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Rules about giving and taking rights in the current company.</summary>
internal sealed class Rights(IdentityDbContext context, IPermissionChecker checker, PermissionCatalog catalog, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>Nobody hands out what they do not hold: else every manager of users could become administrator.</summary>
    public async Task CheckMayGrantAsync(IEnumerable<string> permissions, CancellationToken cancellationToken)
    {
        foreach (var permission in permissions)
        {
            // A right that is limited or lent is held, but not as what a role or a grant would hand out.
            if (!(await checker.GetBundlesAsync(permission, cancellationToken)).Any(IsWhole))
            {
                throw new BusinessException(IdentityErrorCodes.CannotGrantMore).WithData("permission", permission);
            }
        }
    }

    /// <summary>Whether a source could be handed out as it is: the person's own, and without limits.</summary>
    public static bool IsWhole(GrantBundle source) => source is { OnBehalfOf: null, Limits.Count: 0, Customers: CustomerView.All };

    public Task CheckMayGrantAsync(IEnumerable<Role> roles, CancellationToken cancellationToken) =>
        CheckMayGrantAsync(roles.SelectMany(PermissionsOf).Distinct(), cancellationToken);

    public IEnumerable<string> PermissionsOf(Role role) =>
        role.GrantsEverything ? catalog.In(tenant.Tenant).Select(p => p.Name) : role.Permissions.Select(p => p.Permission).Where(catalog.Contains);

    public void CheckAreDefined(IEnumerable<string> permissions, string field)
    {
        var unknown = permissions.Where(p => !catalog.Contains(p)).Select(p => new FieldError(field, IdentityErrorCodes.PermissionUnknown, p)).ToArray();
        if (unknown.Length > 0)
        {
            throw new InputException(unknown);
        }
    }

    /// <summary>A role that shows some customers brings only what reaches no further.</summary>
    public void CheckFit(IEnumerable<string> permissions, CustomerView customers, string field)
    {
        var further = permissions.Where(p => catalog.Contains(p) && !catalog.FitsWithin(p, customers))
            .Select(p => new FieldError(field, IdentityErrorCodes.PermissionNeedsAllCustomers, p)).ToArray();
        if (further.Length > 0)
        {
            throw new InputException(further);
        }
    }

    /// <summary>All roles of the company that were asked for, or an error beside the field.</summary>
    public async Task<List<Role>> GetRolesAsync(IReadOnlyList<Guid> ids, string field, CancellationToken cancellationToken)
    {
        var roles = await context.Roles.Include(r => r.Permissions).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        var unknown = ids.Except(roles.Select(r => r.Id)).Select(id => new FieldError(field, IdentityErrorCodes.RoleUnknown, id.ToString())).ToArray();
        return unknown.Length == 0 ? roles : throw new InputException(unknown);
    }

    /// <summary>
    /// Refuses to take the last active administrator away. The role's stamp moves, so of two who leave at the same moment one is told
    /// to try again.
    /// </summary>
    public async Task KeepAnAdministratorAsync(Guid leaving, CancellationToken cancellationToken)
    {
        if (await FindAdministratorRoleAsync(leaving, cancellationToken) is not { } role)
        {
            return;
        }

        if (!await HasOtherHoldersAsync(role, leaving, cancellationToken))
        {
            throw new BusinessException(IdentityErrorCodes.LastAdministrator);
        }

        context.Entry(role).Property(r => r.ConcurrencyStamp).IsModified = true;
    }

    /// <summary>Whether the current company would have no active administrator without this person.</summary>
    public async Task<bool> IsLastAdministratorAsync(Guid userId, CancellationToken cancellationToken) =>
        await FindAdministratorRoleAsync(userId, cancellationToken) is { } role && !await HasOtherHoldersAsync(role, userId, cancellationToken);

    private Task<Role?> FindAdministratorRoleAsync(Guid userId, CancellationToken cancellationToken) => context.Roles.SingleOrDefaultAsync(
        r => r.GrantsEverything && context.RoleAssignments.Any(a => a.RoleId == r.Id && a.UserId == userId), cancellationToken);

    /// <summary>The role that grants everything, where no active person holds it; else null.</summary>
    public async Task<Role?> FindVacantAdministratorRoleAsync(CancellationToken cancellationToken) =>
        await context.Roles.SingleOrDefaultAsync(r => r.GrantsEverything, cancellationToken) is { } role && !await HasOtherHoldersAsync(role, leaving: Guid.Empty, cancellationToken)
            ? role
            : null;

    // An old login is nobody in particular, and will be closed.
    private Task<bool> HasOtherHoldersAsync(Role role, Guid leaving, CancellationToken cancellationToken) =>
        context.RoleAssignments.Where(a => a.RoleId == role.Id && a.UserId != leaving)
            .Join(context.Users.Where(u => u.IsActive && u.LegacyCompanyId == null), a => a.UserId, u => u.Id, (_, u) => u).AnyAsync(cancellationToken);
}
