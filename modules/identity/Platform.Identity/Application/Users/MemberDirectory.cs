using Microsoft.EntityFrameworkCore;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class MemberDirectory(IdentityDbContext context, IMembershipService memberships) : IMemberDirectory
{
    public async Task<IReadOnlyList<MemberDto>> GetActiveAsync(CancellationToken cancellationToken = default)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        return await context.Users.Where(u => u.IsActive && members.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id)
            .Select(u => new MemberDto(u.Id, u.Name)).ToListAsync(cancellationToken);
    }
}
