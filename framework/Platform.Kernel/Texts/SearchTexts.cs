using System.Globalization;
using System.Text;

namespace Platform.Kernel;

/// <summary>Lower case without accents, so that "lefevre" finds "Lefèvre" on every database.</summary>
public static class SearchTexts
{
    /// <summary>What is kept beside a row to be searched, of the parts that there are.</summary>
    public static string Of(params ReadOnlySpan<string?> parts) => Normalize(string.Join(' ', parts));

    /// <summary>What a person looks for: every word must be found.</summary>
    public static IEnumerable<string> Words(string? search) =>
        Normalize(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5);

    /// <summary>A word with its ligatures as letters, and with its letters as ligatures: no keyboard has "œ", and names are written either way.</summary>
    public static IEnumerable<string> Spellings(string word)
    {
        var letters = word.Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
        var ligatures = letters.Replace("oe", "œ", StringComparison.Ordinal).Replace("ae", "æ", StringComparison.Ordinal);
        return letters == ligatures ? [letters] : [letters, ligatures];
    }

    /// <summary>Lower case, without combining marks (Unicode, NFD).</summary>
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
