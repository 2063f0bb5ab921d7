using System.Buffers;

namespace Platform.Sepa;

/// <summary>Normal form of identifiers that people group with spaces.</summary>
internal static class IdentifierText
{
    private static readonly SearchValues<char> Normal = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>
    /// Without spaces (ASCII, no-break, narrow no-break), ASCII letters in upper case; other characters stay to be refused.
    /// </summary>
    public static string Compact(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Normal))
            return text;
        var length = 0;
        Span<char> buffer = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        foreach (var c in text)
        {
            if (c is not (' ' or '\u00A0' or '\u202F'))
                buffer[length++] = char.IsAsciiLetterLower(c) ? (char)(c - 32) : c;
        }

        return new string(buffer[..length]);
    }

    public static bool IsUpperAlphanumeric(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Normal);
}
