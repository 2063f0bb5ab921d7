using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Accounting;

/// <summary>
/// File names that every usual system takes as one file of one folder. Windows: "Naming Files, Paths, and Namespaces" of Microsoft Learn;
/// Unix: no slash, and 255 bytes at most. Bidirectional overrides would let "exe" look like "pdf" (Unicode TR 36, 3.2).
/// </summary>
internal static partial class SafeNames
{
    /// <summary>Characters (UTF-16).</summary>
    public const int MostChars = 120;

    /// <summary>UTF-8; leaves room below 255 for what systems add.</summary>
    public const int MostBytes = 240;

    private const int LongestExtension = 16;
    private const char Joiner = '\u200D';
    /// <summary>What nothing is left of.</summary>
    public const string Nameless = "document";

    /// <summary>The name made safe, in Unicode's form C, with its extension; what is safe stays as it is.</summary>
    public static string Of(string name)
    {
        var safe = Trim(string.Concat(name.EnumerateRunes().Select(Safe)).Normalize(NormalizationForm.FormC));
        if (safe.Length == 0)
            return Nameless;
        return Cut(Reserved().IsMatch(safe) ? $"_{safe}" : safe, "");
    }

    /// <summary>The safe name with a number before its extension: "name (2).pdf".</summary>
    public static string Numbered(string safe, int number) => Cut(safe, string.Create(CultureInfo.InvariantCulture, $" ({number})"));

    // Of characters that only steer, the joiner alone stays: it holds emoji together. Half a surrogate pair comes as U+FFFD.
    private static string Safe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format when rune.Value != Joiner => "",
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "_",
        _ when rune.Value < 128 && "/\\<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) => "_",
        _ => rune.ToString(),
    };

    private static string Cut(string name, string suffix)
    {
        var (stem, extension) = Split(name);
        var elements = StringInfo.ParseCombiningCharacters(stem);
        for (var count = elements.Length; count > 0; count--)
        {
            var cut = count == elements.Length ? stem : Trim(stem[..elements[count]]);
            var whole = $"{cut}{suffix}{extension}";
            if (cut.Length > 0 && whole.Length <= MostChars && Encoding.UTF8.GetByteCount(whole) <= MostBytes)
                return whole;
        }

        return $"{Nameless}{suffix}{extension}";
    }

    private static (string Stem, string Extension) Split(string name) =>
        name.LastIndexOf('.') is var dot && dot > 0 && name.Length - dot <= LongestExtension ? (name[..dot], name[dot..]) : (name, "");

    private static string Trim(string name)
    {
        var (start, end) = (0, name.Length);
        while (start < end && IsEdge(name[start]))
            start++;
        while (end > start && IsEdge(name[end - 1]))
            end--;
        return name[start..end];
    }

    private static bool IsEdge(char c) => c is '.' or Joiner || char.IsWhiteSpace(c);

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
