using System.Globalization;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Names of countries for people.</summary>
public static class CountryName
{
    // The native name in a culture of the reader's language and that country: DisplayName stays in the language first asked for.
    /// <summary>The name in the reader's language; the code itself where it is no country's.</summary>
    /// <param name="code">ISO 3166-1 alpha-2, upper case.</param>
    /// <param name="language">ISO 639-1.</param>
    public static string Of(string code, string language) => CountryCodes.IsKnown(code) ? new RegionInfo($"{language}-{code}").NativeName : code;

    /// <summary>An address with the name of its country, in the language of the current culture: "203.0.113.9 (France)".</summary>
    /// <param name="address">May be empty.</param>
    /// <param name="country">ISO 3166-1 alpha-2, or null when it is not known.</param>
    public static string Beside(string address, string? country) =>
        country is null ? address : $"{address} ({Of(country, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)})";
}
