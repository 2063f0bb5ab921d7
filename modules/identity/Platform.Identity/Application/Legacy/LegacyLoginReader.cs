using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Old logins of the current company.</summary>
internal sealed class LegacyLoginReader(IdentityDbContext context, RoleNames names) : IScopedDependency
{
    public async Task<IReadOnlyList<LegacyLoginDto>> GetListAsync(LegacyState? state, CancellationToken cancellationToken)
    {
        var accounts = await context.LegacyAccounts.AsNoTracking().Where(a => state == null || a.State == state).ToListAsync(cancellationToken);
        var ids = accounts.SelectMany(a => new[] { a.UserId, a.MigratedTo }).OfType<Guid>().Distinct().ToArray();
        var users = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
        var roles = (await context.RoleAssignments.AsNoTracking().Where(a => ids.Contains(a.UserId))
            .Join(context.Roles, a => a.RoleId, r => r.Id, (a, role) => new { a.UserId, role }).ToListAsync(cancellationToken)).ToLookup(x => x.UserId, x => x.role);
        return [.. accounts.Select(a => ToDto(a, users, roles[a.UserId])).OrderBy(l => l.Login, StringComparer.CurrentCultureIgnoreCase)];
    }

    private LegacyLoginDto ToDto(LegacyAccount account, Dictionary<Guid, User> users, IEnumerable<Role> roles)
    {
        var login = users[account.UserId];
        var doneBy = account.MigratedTo is { } id ? users.GetValueOrDefault(id)?.Name : null;
        return new LegacyLoginDto(
            account.Id, login.Id, login.Email!, login.Name, account.State, names.References(roles), account.EmailList, login.LastSignInAt, account.RemindedAt,
            account.DoneAt, doneBy, login.LegacyClosesAt);
    }
}
