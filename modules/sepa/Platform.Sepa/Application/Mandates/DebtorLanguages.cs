using System.Globalization;

namespace Platform.Sepa;

/// <summary>Languages in which debtors are written to.</summary>
internal static class DebtorLanguages
{
    // "en" alone would write American dates.
    private static readonly Dictionary<string, string> Cultures = new() { ["en"] = "en-GB", ["fr"] = "fr-FR" };

    // Countries with one language of business; elsewhere the company knows better.
    private static readonly Dictionary<string, string> Countries = new() { ["FR"] = "fr", ["MC"] = "fr", ["GB"] = "en", ["IE"] = "en", ["MT"] = "en" };

    /// <summary>The debtor's own, else the company's, else English.</summary>
    public static CultureInfo Of(string? own, string? company) => CultureInfo.GetCultureInfo(Known(own) ?? Known(company) ?? Cultures["en"]);

    /// <summary>The debtor's own, else that of the country, else the company's, else English.</summary>
    public static CultureInfo Of(string? own, string country, string? company) => Of(Known(own) is null ? Countries.GetValueOrDefault(country) : own, company);

    private static string? Known(string? language) => language is null ? null : Cultures.GetValueOrDefault(language);
}
