using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.AspNetCore;

namespace Platform.Tenancy.Web;

/// <summary>Choices of the company's form, in the reader's language.</summary>
internal static class CompanyOptions
{
    public static IReadOnlyList<SelectListItem> Countries() =>
        [new("", ""), .. CountryCodes.All.Select(c => new SelectListItem(CountryName(c), c)).OrderBy(i => i.Text, StringComparer.CurrentCulture)];

    public static IReadOnlyList<SelectListItem> Languages() => [.. CompanyLanguages.All.Select(l => new SelectListItem(LanguageName(l), l))];

    // The native name in a culture of the reader's language and that country: DisplayName stays in the language first asked for.
    public static string CountryName(string code) =>
        CountryCodes.IsKnown(code) ? new RegionInfo($"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}-{code}").NativeName : code;

    public static string LanguageName(string code)
    {
        var culture = CultureInfo.GetCultureInfo(code);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    /// <summary>From 0; the nearest colour when the company's is not of the palette.</summary>
    public static int PaletteIndex(string? color) =>
        int.Parse(TenantColors.CssClass(color).AsSpan("p-color-".Length), NumberStyles.None, CultureInfo.InvariantCulture) - 1;
}
