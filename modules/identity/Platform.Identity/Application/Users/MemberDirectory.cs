using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class MemberDirectory(IdentityDbContext context, IMembershipService memberships, ILookupNormalizer normalizer) : IMemberDirectory
{
    public async Task<IReadOnlyList<MemberDto>> GetActiveAsync(CancellationToken cancellationToken = default)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        return await context.Users.Where(u => u.IsActive && members.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id)
            .Select(u => new MemberDto(u.Id, u.Name)).ToListAsync(cancellationToken);
    }

    public async Task<bool> IsActiveAsync(string email, CancellationToken cancellationToken = default)
    {
        var normalized = normalizer.NormalizeEmail(email);
        var members = await memberships.GetMembersAsync(cancellationToken);
        return await context.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.IsActive && members.Contains(u.Id), cancellationToken);
    }
}
