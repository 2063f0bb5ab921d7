using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Somebody who is signed in founds a company.</summary>
[Authorize(PlatformPolicies.SignedIn)]
public sealed class NewCompanyModel(
    ICompanyFoundingAppService founding, ICompanyAppService companies, IPlatformTexts lookup, IStringLocalizer<TenancyResource> texts) : PlatformPageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CreateCompanyDto Input { get; set; } = new();

    /// <summary>How long the trial lasts.</summary>
    public int TrialDays => founding.TrialDays;

    /// <summary>Kinds of company to choose from.</summary>
    public IReadOnlyList<SelectListItem> TypeOptions => [.. founding.Types.Select(t => new SelectListItem(lookup.Get(t.TextKey), t.Name))];

    /// <summary>An empty form, where the installation lets people found companies.</summary>
    public IActionResult OnGet()
    {
        Input = new CreateCompanyDto { TenantType = TenantTypes.Sme, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        return founding.IsOpen ? Page() : NotFound();
    }

    /// <summary>Founds it and opens it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        // The next colour of the palette: one's companies are told apart by it.
        var others = (await companies.GetMineAsync(cancellationToken: cancellationToken)).Count;
        var slug = await founding.FoundAsync(Input with { Color = TenantColors.Values[others % TenantColors.Values.Count] }, cancellationToken);
        Notify(texts["Founding:Done"]);
        return LocalRedirect($"~/t/{slug}");
    });
}
