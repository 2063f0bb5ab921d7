using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class RightLimitAppService(
    IdentityDbContext context, LimitReader limits, UserReader users, IPermissionChecker checker, IFreshProof proof, IUnitOfWork unitOfWork, IAuditLog audit)
    : IRightLimitAppService
{
    public async Task<IReadOnlyList<LimitChoiceDto>> GetChoicesAsync(CancellationToken cancellationToken = default)
    {
        if (!await checker.IsGrantedAsync(IdentityPermissions.Roles.Default, cancellationToken))
        {
            await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        }

        return await limits.GetChoicesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<LimitDto>> GetOfRoleAsync(Guid roleId, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Roles.Default, cancellationToken);
        await LoadRoleAsync(roleId, cancellationToken);
        return await limits.GetAsync(roleId, cancellationToken);
    }

    public async Task<IReadOnlyList<LimitDto>> GetOfUserAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        await users.GetMemberAsync(userId, cancellationToken);
        return await limits.GetAsync(userId, cancellationToken);
    }

    public async Task SetOfRoleAsync(Guid roleId, SetLimitsDto input, CancellationToken cancellationToken = default)
    {
        await BeginAsync(IdentityPermissions.Roles.Manage, cancellationToken);
        var role = await LoadRoleAsync(roleId, cancellationToken);
        if (role.GrantsEverything)
        {
            throw new BusinessException(IdentityErrorCodes.RoleProtected);
        }

        await SetAsync("Identity.Role.LimitsChanged", nameof(Role), roleId, input, cancellationToken);
    }

    public async Task SetOfUserAsync(Guid userId, SetLimitsDto input, CancellationToken cancellationToken = default)
    {
        await BeginAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await users.GetMemberAsync(userId, cancellationToken);
        await SetAsync("Identity.User.LimitsChanged", nameof(User), userId, input, cancellationToken);
    }

    // Whoever is limited, or only stands in for somebody, could else widen their own reach.
    private async Task BeginAsync(string permission, CancellationToken cancellationToken)
    {
        await checker.CheckAsync(permission, cancellationToken);
        if (!(await checker.GetBundlesAsync(permission, cancellationToken)).Any(Rights.IsWhole))
        {
            throw new BusinessException(IdentityErrorCodes.CannotGrantMore).WithData("permission", permission);
        }

        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
    }

    private async Task SetAsync(string act, string type, Guid holder, SetLimitsDto input, CancellationToken cancellationToken)
    {
        var wanted = await limits.ReadAsync(input, cancellationToken);
        var rows = await context.RightLimits.Where(l => l.HolderId == holder).ToListAsync(cancellationToken);
        var before = rows.ToDictionary(r => r.Scope, r => r.Value, StringComparer.Ordinal);
        context.RightLimits.RemoveRange(rows.Where(r => !wanted.Any(w => w.Scope.Name == r.Scope)));
        foreach (var (scope, limit) in wanted)
        {
            if (rows.Find(r => r.Scope == scope.Name) is { } row)
            {
                row.Set(limit);
            }
            else
            {
                context.RightLimits.Add(RightLimit.Of(holder, scope, limit));
            }
        }

        var after = wanted.ToDictionary(w => w.Scope.Name, w => RightLimit.Text(w.Limit), StringComparer.Ordinal);
        AuditChange[] changes = [.. before.Keys.Union(after.Keys).Order().Where(s => before.GetValueOrDefault(s) != after.GetValueOrDefault(s))
            .Select(s => new AuditChange(s, before.GetValueOrDefault(s), after.GetValueOrDefault(s)))];
        if (changes.Length > 0)
        {
            audit.Add(act, type, holder.ToString(), changes);
        }
    }

    private async Task<Role> LoadRoleAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Roles.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
}
