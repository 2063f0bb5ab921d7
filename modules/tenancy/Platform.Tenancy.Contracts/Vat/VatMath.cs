using System.Globalization;

namespace Platform.Tenancy;

/// <summary>Arithmetic that several states share. Arguments hold digits where digits are weighed: the format was checked before.</summary>
internal static class VatMath
{
    public static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The sum of the leading digits, each by its weight.</summary>
    public static int Sum(string digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    public static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : DigitSum(2 * digit);
        }

        return sum % 10 == 0;
    }

    public static int DigitSum(int number) => (number / 10) + (number % 10);

    /// <summary>ISO 7064 MOD 11,10.</summary>
    public static bool Mod11And10(string digits)
    {
        var check = 5;
        foreach (var digit in digits)
        {
            check = ((check == 0 ? 10 : check) * 2 % 11 + (digit - '0')) % 10;
        }

        return check == 1;
    }

    /// <summary>The remainder by 97 with letters as two digits from A = 10 (ISO 7064 MOD 97-10 wants 1).</summary>
    public static int Mod97(string text)
    {
        var remainder = 0;
        foreach (var c in text)
        {
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }

    /// <summary>Whether there is such a day.</summary>
    public static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
