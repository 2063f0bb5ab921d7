using System.Buffers;
using System.Text;

namespace Platform.Sepa;

/// <summary>
/// Text of SEPA messages: the Latin character set that every bank must take (EPC217-08) and the conversion of everything else
/// into it. Conversions are made before a person confirms, never silently on the way to the bank.
/// </summary>
public static class SepaText
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ");

    /// <summary>True when every character may stand in a bank file. Empty text is allowed.</summary>
    public static bool IsAllowed(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Allowed);

    /// <summary>
    /// Checks a name, address line or remittance text. Returns null, or <see cref="SepaErrorCodes.Required"/> for empty or blank
    /// text, TextLength, TextCharacters.
    /// </summary>
    /// <param name="text">The text as it would be written.</param>
    /// <param name="maxLength">Most characters: 70 for names and address lines, 140 for remittance text.</param>
    public static string? Check(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
            return SepaErrorCodes.Required;
        if (text.Length > maxLength)
            return SepaErrorCodes.TextLength;
        return IsAllowed(text) ? null : SepaErrorCodes.TextCharacters;
    }

    /// <summary>
    /// Checks an identifier: as <see cref="Check"/>, and no slash first or last, no two slashes together
    /// (<see cref="SepaErrorCodes.IdentifierSlash"/>; EPC implementation guidelines, section on identifiers).
    /// </summary>
    public static string? CheckIdentifier(string? text, int maxLength) =>
        Check(text, maxLength) ?? (HasBadSlash(text!) ? SepaErrorCodes.IdentifierSlash : null);

    /// <summary>
    /// Converts to the SEPA character set by the table of EPC217-08. A letter may become several (Щ: SHT), so lengths are checked
    /// afterwards. The quotation mark becomes an apostrophe, the ampersand a plus, underscore and tilde a hyphen; what the table
    /// does not know becomes a question mark.
    /// </summary>
    /// <returns>The text, and whether it differs from what came: then show both.</returns>
    public static (string Text, bool Changed) Transliterate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsAllowed(text))
            return (text, false);
        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in Compose(text).EnumerateRunes())
        {
            if (rune.IsBmp && Allowed.Contains((char)rune.Value))
                result.Append((char)rune.Value);
            else
                result.Append(SepaTextConversion.Convert(rune.Value));
        }

        return (result.ToString(), true);
    }

    // Joins "e" and a combining accent into "é", which the table knows. Broken surrogate pairs cannot be normalised.
    private static string Compose(string text) => HasBrokenSurrogate(text) ? text : text.Normalize(NormalizationForm.FormC);

    private static bool HasBrokenSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
                return true;
        }

        return false;
    }

    private static bool HasBadSlash(string text) =>
        text[0] == '/' || text[^1] == '/' || text.Contains("//", StringComparison.Ordinal);
}
