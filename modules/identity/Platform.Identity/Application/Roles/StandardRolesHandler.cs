using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Gives a new company the roles it starts with.</summary>
internal sealed class StandardRolesHandler(IdentityDbContext context, ICurrentTenant tenant, PermissionCatalog catalog) : ILocalEventHandler<CompanyCreatedEto>
{
    public async Task HandleAsync(CompanyCreatedEto eventData, CancellationToken cancellationToken)
    {
        using var company = tenant.Change(eventData.TenantId);
        if (!await context.Roles.AnyAsync(cancellationToken))
        {
            context.Roles.AddRange(StandardRoles.All.Select(name => Role.Standard(name, catalog)));
            await context.SaveChangesAsync(cancellationToken);
        }

        if (eventData.Founder is { } founder)
        {
            var administrator = await context.Roles.SingleAsync(r => r.GrantsEverything, cancellationToken);
            context.RoleAssignments.Add(new RoleAssignment { UserId = founder, RoleId = administrator.Id });
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
