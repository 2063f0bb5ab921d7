using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>The person's companies: a page, and for htmx the list of the switcher and of the command palette.</summary>
[Authorize(PlatformPolicies.SignedIn)]
[OpenToLimitedSessions]
internal sealed class CompaniesModel(ITenantStore store, ICurrentUser user) : PageModel
{
    private const int Limit = 30;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Where to go in the chosen company, relative to its root.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Path { get; set; }

    public IReadOnlyList<TenantChoice> Companies { get; private set; } = [];

    public bool HasMore { get; private set; }

    public string? CurrentSlug { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var matches = await store.SearchForUserAsync(user.Id!.Value, Q, Limit + 1, cancellationToken);
        HasMore = matches.Count > Limit;
        Companies = [.. matches.Take(Limit)];
        CurrentSlug = SlugOf(Request.Headers["HX-Current-URL"].ToString());
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Companies", this) : Page();
    }

    public string UrlOf(TenantInfo company) =>
        Url.Content($"~/t/{company.Slug}/go") + (string.IsNullOrEmpty(Path) ? "" : $"?path={Uri.EscapeDataString(Path)}");

    private static string? SlugOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.AbsolutePath.Split('/') is ["", "t", var slug, ..] ? slug : null;
}
