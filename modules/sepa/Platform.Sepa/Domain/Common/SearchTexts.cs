using System.Globalization;
using System.Text;

namespace Platform.Sepa;

/// <summary>Lower case without accents, so that "lefevre" finds "Lefèvre" on every database.</summary>
internal static class SearchTexts
{
    public static string Of(params ReadOnlySpan<string?> parts) => Normalize(string.Join(' ', parts));

    /// <summary>What a person looks for: every word must be found.</summary>
    public static IEnumerable<string> Words(string? search) =>
        Normalize(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5);

    public static string Normalize(string text)
    {
        if (text.All(char.IsAscii))
            return text.ToLowerInvariant();
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
