using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Tenancy;

internal static partial class CompanySlug
{
    public const int MaxLength = 40;

    public static bool IsValid(string slug) => slug.Length is >= 2 and <= MaxLength && Format().IsMatch(slug);

    /// <summary>Letters and digits of the name without accents, words joined by hyphens; short enough to take a number.</summary>
    public static string From(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var joined = Separators().Replace(string.Concat(plain).ToLowerInvariant(), "-").Trim('-');
        var cut = joined[..Math.Min(joined.Length, MaxLength - 5)].Trim('-');
        return cut.Length >= 2 ? cut : $"company-{cut}".TrimEnd('-');
    }

    public static string Numbered(string slug, int number) => number == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
