using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>
/// The way into a company from another one: the same page where the person may see it here, otherwise the company's first page.
/// </summary>
[Authorize(PlatformPolicies.SignedIn)]
public sealed class GoModel : PlatformPageModel
{
    /// <summary>Redirects.</summary>
    /// <param name="path">Where the person was, relative to the company's root; anything but a page's path leads to the first page.</param>
    public async Task<IActionResult> OnGetAsync(string? path)
    {
        var pages = HttpContext.RequestServices.GetRequiredService<CompanyPages>();
        var found = await pages.FindAsync(path, User, HttpContext);
        return LocalRedirect($"~{TenantUrl(found ?? "").TrimEnd('/')}");
    }
}
