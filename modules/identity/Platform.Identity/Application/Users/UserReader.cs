using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Members of the current company with what they may do.</summary>
internal sealed class UserReader(
    IdentityDbContext context, IMembershipService memberships, SignInBlocks blocks, RoleNames names, Rights rights, IPermissionGrantStore grants, PermissionCatalog catalog, ICurrentTenant tenant) : IScopedDependency
{
    private const int LargestPage = 100;

    public async Task<PagedResult<UserListItemDto>> GetListAsync(UserListInput input, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var members = await memberships.GetMembersAsync(cancellationToken);
        var matching = Matching(input, context.Users.AsNoTracking().Where(u => members.Contains(u.Id)));
        var total = await matching.LongCountAsync(cancellationToken);
        var page = await After(matching, input.Cursor).OrderBy(u => u.Name).ThenBy(u => u.Id).Take(size + 1).ToListAsync(cancellationToken);
        var next = page.Count > size ? CursorOf(page[size - 1]) : null;
        return new PagedResult<UserListItemDto>(await ToListItemsAsync([.. page.Take(size)], cancellationToken), next, total);
    }

    public async Task<User> GetMemberAsync(Guid id, CancellationToken cancellationToken)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        var user = members.Contains(id) ? await context.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        return user ?? throw new EntityNotFoundException();
    }

    public async Task<UserDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await GetMemberAsync(id, cancellationToken);
        var roles = await RolesOf(id).Include(r => r.Permissions).AsNoTracking().ToListAsync(cancellationToken);
        var direct = await context.DirectGrants.Where(g => g.UserId == id).Select(g => g.Permission).ToListAsync(cancellationToken);
        var block = (await blocks.GetAsync([user], cancellationToken)).GetValueOrDefault(id);
        var elsewhere = (await memberships.GetTenantIdsAsync(id, cancellationToken)).Count > 1;
        var held = (await grants.GetGrantedAsync(id, tenant.Id!.Value, cancellationToken)).Bundles;
        var hasFactor = await context.HasFactorAsync(id, cancellationToken);
        return new UserDto(
            id, user.Name, user.Email!, user.Language, user.PhoneNumber is { } number ? Phone.Mask(number) : null, user.IsActive, elsewhere, hasFactor, block, user.LastSignInAt,
            names.References(roles), [.. direct.Where(catalog.Contains).Order()], Explain(roles, direct, held), Shown(held));
    }

    public IQueryable<Role> RolesOf(Guid userId) =>
        context.RoleAssignments.Where(a => a.UserId == userId).Join(context.Roles, a => a.RoleId, r => r.Id, (_, role) => role);

    private List<EffectiveRightDto> Explain(List<Role> roles, List<string> direct, IReadOnlyList<GrantBundle> held) =>
    [
        .. catalog.In(tenant.Tenant).Select(permission =>
        {
            var from = roles.Where(r => rights.PermissionsOf(r).Contains(permission.Name)).ToList();
            var isDirect = direct.Contains(permission.Name);
            var lenders = held.Where(b => b.OnBehalfOf is not null && b.Permissions.Contains(permission.Name)).Select(b => new MemberDto(b.OnBehalfOf!.Value, b.OnBehalfOfName!)).Distinct();
            return new EffectiveRightDto(
                permission.Name, permission.Group, held.Any(b => b.Permissions.Contains(permission.Name)), isDirect, names.References(from), [.. lenders]);
        }),
    ];

    private List<CustomerView> Shown(IReadOnlyList<GrantBundle> held)
    {
        var views = held.Where(b => b.Permissions.Any(p => catalog.FitsWithin(p, CustomerView.Assigned))).Select(b => b.Customers).Distinct().Order().ToList();
        return views.Contains(CustomerView.All) ? [CustomerView.All] : views;
    }

    private IQueryable<User> Matching(UserListInput input, IQueryable<User> users)
    {
        if (input.Search?.Trim() is { Length: > 0 } search)
        {
            var (lower, upper) = (search.ToLowerInvariant(), search.ToUpperInvariant());
#pragma warning disable CA1304, CA1311 // Runs in the database.
            users = users.Where(u => u.Name.ToLower().Contains(lower) || u.NormalizedEmail!.Contains(upper));
#pragma warning restore CA1304, CA1311
        }

        return input.RoleId is { } role
            ? users.Where(u => context.RoleAssignments.Any(a => a.RoleId == role && a.UserId == u.Id))
            : users;
    }

    private async Task<List<UserListItemDto>> ToListItemsAsync(List<User> users, CancellationToken cancellationToken)
    {
        var ids = users.ConvertAll(u => u.Id);
        var roles = (await context.RoleAssignments.AsNoTracking().Where(a => ids.Contains(a.UserId))
            .Join(context.Roles, a => a.RoleId, r => r.Id, (a, role) => new { a.UserId, role }).ToListAsync(cancellationToken)).ToLookup(x => x.UserId, x => x.role);
        var direct = (await context.DirectGrants.Where(g => ids.Contains(g.UserId)).Select(g => new { g.UserId, g.Permission }).ToListAsync(cancellationToken))
            .Where(g => catalog.Contains(g.Permission)).CountBy(g => g.UserId).ToDictionary();
        var blocked = await blocks.GetAsync(users, cancellationToken);
        return users.ConvertAll(u => new UserListItemDto(
            u.Id, u.Name, u.Email!, names.References(roles[u.Id]), direct.GetValueOrDefault(u.Id), u.IsActive, blocked.GetValueOrDefault(u.Id), u.LastSignInAt));
    }

    private static string CursorOf(User user) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{user.Id:N}{user.Name}"));

    private static IQueryable<User> After(IQueryable<User> users, string? cursor)
    {
        const int idLength = 32;
        if (Base64UrlText.Read(cursor) is not { } bytes)
        {
            return users;
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (text.Length < idLength || !Guid.TryParseExact(text[..idLength], "N", out var id))
        {
            return users;
        }

        var name = text[idLength..];
        return users.Where(u => string.Compare(u.Name, name) > 0 || (u.Name == name && u.Id.CompareTo(id) > 0));
    }
}
