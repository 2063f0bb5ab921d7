using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class GroupPeopleAppService(IdentityDbContext context, IGroupAppService groups, IMembershipService memberships, ICurrentTenant tenant) : IGroupPeopleAppService
{
    public async Task<IReadOnlyList<GroupPersonDto>> GetListAsync(Guid groupId, CancellationToken cancellationToken = default)
    {
        var group = await groups.GetAsync(groupId, cancellationToken);
        var places = new List<(Guid Person, string Company)>();
        foreach (var company in group.Companies)
        {
            using var current = tenant.Change(company.Id);
            places.AddRange((await memberships.GetMembersAsync(cancellationToken)).Select(m => (m, company.Name)));
        }

        var byPerson = places.ToLookup(p => p.Person, p => p.Company);
        var ids = byPerson.Select(p => p.Key).ToArray();
        var people = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        return people.ConvertAll(u => new GroupPersonDto(u.Id, u.Name, u.Email!, u.IsActive, [.. byPerson[u.Id]], group.Administrators.Contains(u.Id)));
    }
}
