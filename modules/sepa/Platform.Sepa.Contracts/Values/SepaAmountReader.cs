using System.Buffers;

namespace Platform.Sepa;

/// <summary>Reads written amounts without rounding and without guessing.</summary>
internal static class SepaAmountReader
{
    private const int MaxDigits = 15;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Groupers = SearchValues.Create(" \u00A0\u202F'\u2019.,");

    public static string? Read(string? text, DecimalSign sign, out long cents)
    {
        cents = 0;
        var number = StripCurrency((text ?? "").AsSpan().Trim());
        if (number.IsEmpty)
            return SepaErrorCodes.Required;
        if (number[0] is '-' or '\u2212')
            return ReadUnsigned(number[1..].TrimStart(), sign, out _) is null ? SepaErrorCodes.AmountNegative : SepaErrorCodes.AmountFormat;
        return ReadUnsigned(number, sign, out cents);
    }

    private static string? ReadUnsigned(ReadOnlySpan<char> number, DecimalSign sign, out long cents)
    {
        cents = 0;
        if (!HasOnlyNumberCharacters(number))
            return SepaErrorCodes.AmountFormat;
        if (sign is DecimalSign.Unknown && (sign = Decide(number)) is DecimalSign.Unknown)
            return SepaErrorCodes.AmountAmbiguous;
        var point = number.IndexOf(sign is DecimalSign.Comma ? ',' : '.');
        var units = point < 0 ? number : number[..point];
        var fraction = point < 0 ? "0" : number[(point + 1)..];
        if (!IsGrouped(units) || fraction.IsEmpty || fraction.ContainsAnyExcept(Digits))
            return SepaErrorCodes.AmountFormat;
        if (fraction.Length > 2)
            return SepaErrorCodes.AmountDecimals;
        return Add(units, fraction, ref cents);
    }

    private static string? Add(ReadOnlySpan<char> units, ReadOnlySpan<char> fraction, ref long cents)
    {
        var digits = 0;
        foreach (var c in units)
        {
            if (!char.IsAsciiDigit(c))
                continue;
            cents = cents * 10 + (c - '0');
            if (cents > 0 && ++digits > MaxDigits)
                return SepaErrorCodes.AmountRange;
        }

        cents = cents * 100 + (fraction[0] - '0') * 10 + (fraction.Length > 1 ? fraction[1] - '0' : 0);
        return null;
    }

    // "12,50" and "1.234,56" read one way only; "1.234" reads two ways.
    private static DecimalSign Decide(ReadOnlySpan<char> number)
    {
        var comma = number.LastIndexOf(',');
        var point = number.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
            return comma > point ? DecimalSign.Comma : DecimalSign.Point;
        var last = Math.Max(comma, point);
        if (last < 0)
            return DecimalSign.Point;
        var isComma = comma >= 0;
        if (number.IndexOf(number[last]) != last)
            return isComma ? DecimalSign.Point : DecimalSign.Comma;
        if (number.Length - last - 1 == 3 && last <= 3 && number[0] != '0')
            return DecimalSign.Unknown;
        return isComma ? DecimalSign.Comma : DecimalSign.Point;
    }

    // One kind of grouping sign, groups of three behind a first group of one to three; or digits only.
    private static bool IsGrouped(ReadOnlySpan<char> units)
    {
        var first = units.IndexOfAny(Groupers);
        if (first < 0)
            return !units.IsEmpty;
        if (first is 0 or > 3 || (units.Length - first) % 4 != 0)
            return false;
        for (var i = first; i < units.Length; i += 4)
        {
            if (units[i] != units[first] || units.Slice(i + 1, 3).ContainsAnyExcept(Digits))
                return false;
        }

        return true;
    }

    private static bool HasOnlyNumberCharacters(ReadOnlySpan<char> number)
    {
        foreach (var c in number)
        {
            if (!Digits.Contains(c) && !Groupers.Contains(c))
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> StripCurrency(ReadOnlySpan<char> text)
    {
        foreach (var currency in (ReadOnlySpan<string>)["EUR", "€"])
        {
            if (text.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
                return text[currency.Length..].Trim();
            if (text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
                return text[..^currency.Length].Trim();
        }

        return text;
    }
}
