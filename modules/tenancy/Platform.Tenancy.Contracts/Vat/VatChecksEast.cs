namespace Platform.Tenancy;

/// <summary>Check digits of eastern states, several of which use their citizens' numbers for sole traders.</summary>
internal static class VatChecksEast
{
    public static bool Bulgaria(string number) =>
        number.Length == 9 ? BulgarianCompany(number) : BulgarianCitizen(number) || BulgarianForeigner(number) || BulgarianOther(number);

    public static bool Czechia(string number) => number.Length switch
    {
        8 => number[0] != '9' && CzechCompany(number),
        9 when number[0] == '6' && CzechSpecial(number) => true,
        _ => CzechCitizen(number),
    };

    public static bool Lithuania(string number)
    {
        var (first, second) = (0, 0);
        for (var i = 0; i < number.Length - 1; i++)
        {
            first += (number[i] - '0') * ((i % 9) + 1);
            second += (number[i] - '0') * (((i + 2) % 9) + 1);
        }

        return (first % 11 == 10 ? second % 11 % 10 : first % 11) == number[^1] - '0';
    }

    // Companies begin with 4 or more; since 2017 a citizen's number begins with 32 and no longer tells the birthday.
    public static bool Latvia(string number)
    {
        if (number[0] > '3')
            return VatMath.Sum(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        var century = 1800 + (100 * (number[6] - '0'));
        var born = VatMath.IsDay(century + (int)VatMath.Number(number[4..6]), (int)VatMath.Number(number[2..4]), (int)VatMath.Number(number[..2]));
        return (born || number.StartsWith("32", StringComparison.Ordinal))
            && (1 + VatMath.Sum(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == number[10] - '0';
    }

    public static bool Romania(string number) =>
        VatMath.Sum(number.PadLeft(10, '0'), 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == number[^1] - '0';

    public static bool Slovenia(string number)
    {
        var check = 11 - (VatMath.Sum(number, 8, 7, 6, 5, 4, 3, 2) % 11);
        return (check == 10 ? 0 : check) == number[7] - '0';
    }

    private static bool BulgarianCompany(string number)
    {
        var check = VatMath.Sum(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        return (check == 10 ? VatMath.Sum(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : check) == number[8] - '0';
    }

    // The month carries the century: 1 to 12 for 1900, 21 to 32 for 1800, 41 to 52 for 2000.
    private static bool BulgarianCitizen(string number)
    {
        var (year, month, day) = ((int)VatMath.Number(number[..2]), (int)VatMath.Number(number[2..4]), (int)VatMath.Number(number[4..6]));
        var century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
        return VatMath.IsDay(century + year, month % 20, day)
            && VatMath.Sum(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == number[9] - '0';
    }

    private static bool BulgarianForeigner(string number) =>
        VatMath.Sum(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == number[9] - '0';

    private static bool BulgarianOther(string number) =>
        (11 - (VatMath.Sum(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11 == number[9] - '0';

    private static bool CzechCompany(string number)
    {
        var check = (11 - (VatMath.Sum(number, 8, 7, 6, 5, 4, 3, 2) % 11)) % 11;
        return (check == 0 ? 1 : check % 10) == number[7] - '0';
    }

    private static bool CzechSpecial(string number)
    {
        var sum = VatMath.Sum(number[1..], 8, 7, 6, 5, 4, 3, 2) % 11;
        return (18 - ((10 - sum) % 11)) % 10 == number[8] - '0';
    }

    // The month is raised by 50 for women, and by 20 where a day's numbers ran out. Nine digits date from before 1954.
    private static bool CzechCitizen(string number)
    {
        var (two, month, day) = ((int)VatMath.Number(number[..2]), (int)VatMath.Number(number[2..4]) % 50, (int)VatMath.Number(number[4..6]));
        var year = 1900 + two + (number.Length == 10 && two < 54 ? 100 : 0);
        month -= month > 20 ? 20 : 0;
        var divides = VatMath.Number(number[..^1]) % 11 % 10 == number[^1] - '0';
        return VatMath.IsDay(year, month, day) && (number.Length == 9 ? two < 54 : divides);
    }
}
