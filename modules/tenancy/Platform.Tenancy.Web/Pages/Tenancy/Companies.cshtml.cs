using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>All companies of the person, searched by name or VAT number.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[OpenToLimitedSessions]
public sealed class CompaniesModel(ICompanyAppService companies) : PlatformPageModel
{
    /// <summary>The search; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>What matches, by name.</summary>
    public IReadOnlyList<CompanyListItemDto> Companies { get; private set; } = [];

    /// <summary>The page, or its table for htmx.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Companies = await companies.GetMineAsync(Q, cancellationToken);
        return IsHtmx("p-my-companies") ? Partial("_CompanyTable", this) : Page();
    }
}
