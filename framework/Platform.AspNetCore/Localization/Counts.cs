using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.AspNetCore;

/// <summary>Numbers in sentences: the key with ".One" holds the singular.</summary>
public static class Counts
{
    /// <summary>The text for this number, in the reader's language and grouping.</summary>
    public static string Count(this IStringLocalizer texts, string key, long count) =>
        texts[IsSingular(count) ? $"{key}.One" : key, count.ToString("N0", CultureInfo.CurrentCulture)].Value;

    // French counts nothing in the singular, English in the plural.
    private static bool IsSingular(long count) => count == 1 || (count == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr");
}
