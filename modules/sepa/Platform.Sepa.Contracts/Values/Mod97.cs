namespace Platform.Sepa;

/// <summary>ISO 7064 MOD 97-10 over text: digits count as themselves, A..Z as 10..35.</summary>
internal static class Mod97
{
    public static int Remainder(ReadOnlySpan<char> text, int start = 0)
    {
        var remainder = start;
        foreach (var c in text)
        {
            remainder = char.IsAsciiDigit(c)
                ? (remainder * 10 + (c - '0')) % 97
                : (remainder * 100 + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }

    public static string CheckDigits(string country, ReadOnlySpan<char> rest) =>
        (98 - Remainder("00", Remainder(country, Remainder(rest)))).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>00, 01 and 99 have the same remainders as 97, 98 and 02 but are never generated.</summary>
    public static bool AreValid(ReadOnlySpan<char> country, ReadOnlySpan<char> digits, ReadOnlySpan<char> rest) =>
        digits is not ("00" or "01" or "99")
        && Remainder(digits, Remainder(country, Remainder(rest))) == 1;
}
