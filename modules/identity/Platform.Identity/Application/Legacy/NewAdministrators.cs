using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Companies that people came to from an old login, and the way to become administrator where there is none.</summary>
internal sealed class NewAdministrators(
    IdentityDbContext context, Rights rights, RoleNames names, UserReader reader, LegacyNotices notices, IMembershipService memberships, ITenantStore tenants,
    IFreshProof proof, IUnitOfWork unitOfWork, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit) : IScopedDependency
{
    public async Task<IReadOnlyList<MigratedCompanyDto>> GetCompaniesAsync(CancellationToken cancellationToken)
    {
        var id = currentUser.RequireFullPerson();
        var found = new List<MigratedCompanyDto>();
        foreach (var companyId in await memberships.GetTenantIdsAsync(id, cancellationToken))
        {
            var company = await tenants.FindByIdAsync(companyId, cancellationToken);
            using var current = tenant.Change(company);
            if (company is not null && await FindAsync(id, cancellationToken) is var (account, login))
            {
                var roles = names.References(await reader.RolesOf(id).AsNoTracking().ToListAsync(cancellationToken));
                var vacant = await rights.FindVacantAdministratorRoleAsync(cancellationToken) is not null;
                found.Add(new MigratedCompanyDto(company.Id, company.Slug, company.Name, login.Email!, roles, account.DoneAt!.Value + LegacyAccount.Kept, vacant));
            }
        }

        return found;
    }

    public async Task BecomeAsync(Guid companyId, CancellationToken cancellationToken)
    {
        var id = currentUser.RequireFullPerson();
        await proof.RequireAsync(cancellationToken);
        var company = (await memberships.GetTenantIdsAsync(id, cancellationToken)).Contains(companyId) ? await tenants.FindByIdAsync(companyId, cancellationToken) : null;
        using var current = tenant.Change(company ?? throw new EntityNotFoundException());
        await unitOfWork.BeginAsync(cancellationToken);
        var (account, login) = await FindAsync(id, cancellationToken) ?? throw new EntityNotFoundException();
        var role = await rights.FindVacantAdministratorRoleAsync(cancellationToken) ?? throw new BusinessException(IdentityErrorCodes.AdministratorExists);
        // Of two who take the place at the same moment one is told to try again.
        context.Entry(role).Property(r => r.ConcurrencyStamp).IsModified = true;
        context.RoleAssignments.Add(new RoleAssignment { UserId = id, RoleId = role.Id });
        audit.Add("Identity.Migration.AdministratorTaken", nameof(User), id.ToString(), new AuditChange("Roles", null, role.Name));
        await context.SaveChangesAsync(cancellationToken);
        await notices.SendAsync(account, login.Language, "LegacyAdministrator", [currentUser.Info.Name!, currentUser.Info.Email!, company.Name], cancellationToken);
    }

    // While the old login is kept: afterwards the way in is an invitation, or the operator.
    private async Task<(LegacyAccount Account, User Login)?> FindAsync(Guid personId, CancellationToken cancellationToken) =>
        await context.LegacyAccounts.AsNoTracking().Where(a => a.MigratedTo == personId && a.State == LegacyState.Done)
            .Join(context.Users.AsNoTracking(), a => a.UserId, u => u.Id, (account, login) => new { account, login })
            .OrderByDescending(x => x.account.DoneAt).FirstOrDefaultAsync(cancellationToken) is { } found
            ? (found.account, found.login)
            : null;
}
