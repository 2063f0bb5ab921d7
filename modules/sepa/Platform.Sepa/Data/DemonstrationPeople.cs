using Microsoft.Extensions.Configuration;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Finds the demonstration people who prepare and approve in a company.</summary>
internal sealed class DemonstrationPeople(IPermissionHolders holders, IConfiguration configuration, ICurrentUser user, IUserAppService users) : IScopedDependency
{
    public async Task<(CurrentUserInfo Preparer, CurrentUserInfo Approver)?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var preparer = await FindAsync(slug, [StandardRoles.Bookkeeper], SepaPermissions.Remittances.Create, cancellationToken);
        var approver = await FindAsync(slug, [StandardRoles.Validator, StandardRoles.Administrator], SepaPermissions.Remittances.Approve, cancellationToken);
        return preparer is null || approver is null || preparer.Id == approver.Id ? null : (preparer, approver);
    }

    // Configuration knows addresses and roles, Identity knows who is who.
    private async Task<CurrentUserInfo?> FindAsync(string slug, string[] roles, string permission, CancellationToken cancellationToken)
    {
        var able = await holders.GetUserIdsWithPermissionAsync(permission, cancellationToken);
        var administrator = await holders.GetUserIdsWithPermissionAsync(IdentityPermissions.Users.Default, cancellationToken);
        if (administrator.Count == 0)
            return null;
        using var asAdministrator = user.Change(new CurrentUserInfo(administrator[0]));
        foreach (var email in roles.SelectMany(role => EmailsOf(slug, role)))
        {
            var found = (await users.GetListAsync(new UserListInput(email), cancellationToken)).Items.FirstOrDefault(u => able.Contains(u.Id));
            if (found is not null)
                return new CurrentUserInfo(found.Id, found.Name, found.Email);
        }

        return null;
    }

    private IEnumerable<string> EmailsOf(string slug, string role) => configuration.GetSection("Demo:People").GetChildren()
        .Where(person => person.GetSection("Companies").GetChildren()
            .Any(company => company["Slug"] == slug && company.GetSection("Roles").GetChildren().Any(r => r.Value == role)))
        .Select(person => person["Email"]!);
}
