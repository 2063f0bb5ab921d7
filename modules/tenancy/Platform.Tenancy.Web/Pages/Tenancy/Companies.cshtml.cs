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

    /// <summary>Puts a company on top of the switcher, or no more.</summary>
    public Task<IActionResult> OnPostFavouriteAsync(Guid id, bool on, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await companies.SetFavouriteAsync(id, on, cancellationToken);
        return LocalRedirect("~/companies");
    });

    /// <inheritdoc />
    protected override async Task OnReloadAsync() => Companies = await companies.GetMineAsync(Q, HttpContext.RequestAborted);
}
