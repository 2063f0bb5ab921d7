using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class RoleAppService(
    IdentityDbContext context, Rights rights, RoleNames names, IPermissionChecker checker, PermissionCatalog catalog, IFreshProof proof, IUnitOfWork unitOfWork, IAuditLog audit)
    : IRoleAppService
{
    public async Task<IReadOnlyList<RoleDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Default, cancellationToken);
        var roles = await context.Roles.AsNoTracking().Include(r => r.Permissions).ToListAsync(cancellationToken);
        var holders = await context.RoleAssignments.GroupBy(a => a.RoleId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. names.Sort(roles).Select(r => ToDto(r, holders.GetValueOrDefault(r.Id)))];
    }

    public async Task<IReadOnlyList<RoleReferenceDto>> GetReferencesAsync(CancellationToken cancellationToken = default)
    {
        if (!await checker.IsGrantedAsync(IdentityPermissions.Roles.Default, cancellationToken))
        {
            await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        }

        return names.References(await context.Roles.AsNoTracking().ToListAsync(cancellationToken));
    }

    public async Task<RoleDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Default, cancellationToken);
        var role = await LoadAsync(id, cancellationToken);
        return ToDto(role, await context.RoleAssignments.CountAsync(a => a.RoleId == id, cancellationToken));
    }

    public async Task<RoleDto> CreateAsync(RoleInput input, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Manage, cancellationToken);
        await CheckAsync(input, Guid.Empty, cancellationToken);
        await rights.CheckMayGrantAsync(input.Permissions, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var role = Role.New(input.Name.Trim(), input.Permissions, input.Customers);
        context.Roles.Add(role);
        Record(role, [], role.Permissions.Select(p => p.Permission));
        await context.SaveChangesAsync(cancellationToken);
        return ToDto(role, 0);
    }

    public async Task UpdateAsync(Guid id, RoleInput input, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Manage, cancellationToken);
        var role = await LoadChangeableAsync(id, cancellationToken);
        await CheckAsync(input, id, cancellationToken);
        var before = role.Permissions.Select(p => p.Permission).ToHashSet(StringComparer.Ordinal);
        // Rights that a removed module defined are kept silently, not taken away by whoever edits next.
        var after = input.Permissions.Concat(before.Where(p => !catalog.Contains(p))).ToHashSet(StringComparer.Ordinal);
        // Showing other customers changes what every right of the role means.
        var changed = input.Customers == role.Shows ? before.Except(after).Union(after.Except(before)) : before.Union(after);
        await rights.CheckMayGrantAsync(changed.Where(catalog.Contains), cancellationToken);
        // What is only taken away must never wait for a proof.
        if (input.Customers != role.Shows || after.Except(before).Any())
        {
            await proof.RequireAsync(cancellationToken);
        }

        if (input.ConcurrencyStamp is { } stamp)
        {
            context.Entry(role).Property(r => r.ConcurrencyStamp).OriginalValue = stamp;
        }

        context.Entry(role).Property(r => r.ConcurrencyStamp).IsModified = true;
        if (input.Name.Trim() != names.Of(role))
        {
            role.Rename(input.Name.Trim());
        }

        role.Show(input.Customers);
        role.SetPermissions(after);
        Record(role, before, after);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Manage, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var role = await LoadChangeableAsync(id, cancellationToken);
        await rights.CheckMayGrantAsync([role], cancellationToken);
        var holders = await context.RoleAssignments.CountAsync(a => a.RoleId == id, cancellationToken);
        if (holders > 0)
        {
            throw new BusinessException(IdentityErrorCodes.RoleInUse).WithData("count", holders);
        }

        context.RightLimits.RemoveRange(await context.RightLimits.Where(l => l.HolderId == id).ToListAsync(cancellationToken));
        context.Roles.Remove(role);
    }

    private async Task CheckAsync(RoleInput input, Guid id, CancellationToken cancellationToken)
    {
        new InputChecks().Text(nameof(input.Name), input.Name, Role.NameLength).ThrowIfAny();
        rights.CheckAreDefined(input.Permissions, nameof(input.Permissions));
        rights.CheckFit(input.Permissions, input.Customers, nameof(input.Permissions));
        var wanted = input.Name.Trim();
        // Also against the names that standard roles are shown with.
        var others = await context.Roles.AsNoTracking().Where(r => r.Id != id).ToListAsync(cancellationToken);
        var taken = others.Exists(r => r.NormalizedName == Role.Normalize(wanted) || Role.Normalize(names.Of(r)) == Role.Normalize(wanted));
        new InputChecks().When(taken, nameof(input.Name), IdentityErrorCodes.RoleNameTaken, wanted).ThrowIfAny();
    }

    private async Task<Role> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Roles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private async Task<Role> LoadChangeableAsync(Guid id, CancellationToken cancellationToken)
    {
        var role = await LoadAsync(id, cancellationToken);
        return role.GrantsEverything ? throw new BusinessException(IdentityErrorCodes.RoleProtected) : role;
    }

    private void Record(Role role, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.Order().ToArray(), after.Order().ToArray());
        if (!old.SequenceEqual(now))
        {
            audit.Add("Identity.Role.RightsChanged", nameof(Role), role.Id.ToString(), new AuditChange("Permissions", string.Join(", ", old), string.Join(", ", now)));
        }
    }

    private RoleDto ToDto(Role role, int holders)
    {
        var held = rights.PermissionsOf(role).ToHashSet(StringComparer.Ordinal);
        return new RoleDto(role.Id, names.Of(role), role.GrantsEverything, [.. catalog.All.Select(p => p.Name).Where(held.Contains)], holders, role.ConcurrencyStamp, role.Shows);
    }
}
