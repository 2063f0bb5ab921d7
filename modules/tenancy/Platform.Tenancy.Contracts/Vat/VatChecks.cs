namespace Platform.Tenancy;

/// <summary>Check digits of western and southern states that need more than one line.</summary>
internal static class VatChecks
{
    private const string FrenchAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string IrishAlphabet = "WABCDEFGHIJKLMNOPQRSTUV";
    private static readonly int[] CypriotValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    public static bool Austria(string number)
    {
        var digits = number[1..];
        var sum = 4;
        for (var i = 0; i < 7; i++)
        {
            sum += VatMath.DigitSum((digits[i] - '0') * (i % 2 == 0 ? 1 : 2));
        }

        return (10 - (sum % 10)) % 10 == digits[7] - '0';
    }

    public static bool Belgium(string number) => 97 - (VatMath.Number(number[..8]) % 97) == VatMath.Number(number[8..]);

    public static bool Cyprus(string number)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += i % 2 == 0 ? CypriotValues[number[i] - '0'] : number[i] - '0';
        }

        return number[8] == 'A' + (sum % 26);
    }

    // Monaco's numbers are French ones whose company number begins with 000 and has no check digit of its own.
    public static bool France(string number)
    {
        var siren = number[2..];
        if (!siren.StartsWith("000", StringComparison.Ordinal) && !VatMath.Luhn(siren))
            return false;
        var (first, second) = (FrenchAlphabet.IndexOf(number[0]), FrenchAlphabet.IndexOf(number[1]));
        if (first < 10 && second < 10)
            return VatMath.Number(siren + "12") % 97 == (first * 10) + second;
        var key = first < 10 ? (first * 24) + second - 10 : (first * 34) + second - 100;
        return (VatMath.Number(siren) + 1 + (key / 11)) % 11 == key % 11;
    }

    // The form with a character second dates from before 2013; its check letter is that of 0 + digits 3 to 7 + the first.
    public static bool Ireland(string number)
    {
        var digits = char.IsAsciiDigit(number[1]) ? number[..7] : $"0{number[2..7]}{number[0]}";
        var extra = number.Length == 9 ? 9 * IrishAlphabet.IndexOf(number[8]) : 0;
        return IrishAlphabet[(VatMath.Sum(digits, 8, 7, 6, 5, 4, 3, 2) + extra) % 23] == number[7];
    }

    // Sole traders have, since 2020, a number that says nothing about them, checked by MOD 97-10 over the prefix too.
    public static bool Netherlands(string number) =>
        VatMath.Sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == number[8] - '0' || VatMath.Mod97("NL" + number) == 1;

    // Government departments (GD) and health authorities (HA) have no check digits; the last three of twelve name a branch.
    public static bool NorthernIreland(string number)
    {
        if (number.Length == 5)
            return true;
        var remainder = VatMath.Sum(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return remainder == 0 || (remainder == 42 && VatMath.Number(number[..3]) >= 100);
    }
}
