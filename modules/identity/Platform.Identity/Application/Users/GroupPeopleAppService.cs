using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class GroupPeopleAppService(IdentityDbContext context, IGroupAppService groups, SettingPlaces places, IMembershipService memberships, ICurrentTenant tenant) : IGroupPeopleAppService
{
    public async Task<IReadOnlyList<GroupPersonDto>> GetListAsync(Guid groupId, CancellationToken cancellationToken = default)
    {
        await places.CheckAsync(SettingPlace.Group(groupId), change: false, cancellationToken);
        var group = await groups.GetAsync(groupId, cancellationToken);
        var found = new List<(Guid Person, string Company)>();
        foreach (var company in group.Companies)
        {
            using var current = tenant.Change(company.Id);
            found.AddRange((await memberships.GetMembersAsync(cancellationToken)).Select(m => (m, company.Name)));
        }

        var byPerson = found.ToLookup(p => p.Person, p => p.Company);
        var ids = byPerson.Select(p => p.Key).ToArray();
        var people = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        return people.ConvertAll(u => new GroupPersonDto(u.Id, u.Name, u.Email!, u.IsActive, [.. byPerson[u.Id]], group.Administrators.Contains(u.Id)));
    }
}
