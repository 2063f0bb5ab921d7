using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Who works in the company, with their roles: accounts belong to people, so that a company takes along only who they are.</summary>
internal sealed class PeopleExport(IdentityDbContext context, IMembershipService memberships) : IExportedRecords
{
    public (string Module, string Name) File => ("identity", "people");

    public IReadOnlyList<string> Columns => ["Id", "Name", "Email", "Language", "IsActive", "Roles"];

    public async Task<IReadOnlyList<object?[]>> ReadAsync(CancellationToken cancellationToken)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        var roles = await context.RoleAssignments.Join(context.Roles, a => a.RoleId, r => r.Id, (a, r) => new { a.UserId, r.Name }).ToListAsync(cancellationToken);
        var people = await context.Users.AsNoTracking().Where(u => members.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.Name, u.Email, u.Language, u.IsActive }).ToListAsync(cancellationToken);
        return [.. people.Select(p => new object?[] { p.Id, p.Name, p.Email, p.Language, p.IsActive, string.Join(", ", roles.Where(r => r.UserId == p.Id).Select(r => r.Name).Order(StringComparer.Ordinal)) })];
    }
}
