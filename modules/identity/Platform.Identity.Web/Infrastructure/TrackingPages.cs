using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>The page of a company on which people follow what they sent, whichever module has one.</summary>
internal sealed class TrackingPages(IEnumerable<IMenuContributor> contributors, IPermissionChecker permissions, ITenantStore tenants, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>Its path, or null where there is none or the person may not open it.</summary>
    public async Task<string?> FindAsync(Guid companyId, CancellationToken cancellationToken)
    {
        if (await tenants.FindByIdAsync(companyId, cancellationToken) is not { } company)
            return null;
        using var current = tenant.Change(company);
        foreach (var item in contributors.SelectMany(c => c.GetItems()).Where(i => i.TracksSends).OrderBy(i => i.Order))
        {
            if (item.Permission is null || await permissions.IsGrantedAsync(item.Permission, cancellationToken))
                return $"/t/{company.Slug}/{item.Url}";
        }

        return null;
    }
}
