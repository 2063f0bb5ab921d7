using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Where a sign-in leads: the company used last, or the news that there is none yet.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[OpenToLimitedSessions]
public sealed class HomeModel(IMembershipService memberships, ICompanyAppService companies, ICurrentUser user) : PlatformPageModel
{
    /// <summary>Opens the home company; whoever has none left but closed ones chooses among these.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        user.Id is { } id && await memberships.GetHomeAsync(id, cancellationToken) is { } home ? LocalRedirect($"~/t/{home.Slug}")
        : (await companies.GetMineAsync(cancellationToken: cancellationToken)).Count > 0 ? LocalRedirect("~/companies")
        : Page();
}
