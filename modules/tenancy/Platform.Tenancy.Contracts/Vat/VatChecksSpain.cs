namespace Platform.Tenancy;

/// <summary>Spanish tax numbers (NIF): of residents, of foreigners, and of legal persons.</summary>
internal static class VatChecksSpain
{
    private const string PersonLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string LegalLetters = "JABCDEFGHI";

    public static bool Check(string number) => number[0] switch
    {
        >= '0' and <= '9' => IsPerson(number[..8], number[8]),
        'K' or 'L' or 'M' => IsPerson(number[1..8], number[8]) || IsLegal(number),
        'X' or 'Y' or 'Z' => IsPerson((char)('0' + (number[0] - 'X')) + number[1..8], number[8]),
        _ => IsLegal(number),
    };

    private static bool IsPerson(string digits, char letter) => PersonLetters[(int)(VatMath.Number(digits) % 23)] == letter;

    private static bool IsLegal(string number)
    {
        var sum = 0;
        for (var i = 1; i < 8; i++)
        {
            sum += VatMath.DigitSum((number[i] - '0') * (i % 2 == 0 ? 1 : 2));
        }

        var check = (10 - (sum % 10)) % 10;
        var isLetter = number[8] == LegalLetters[check];
        var isDigit = number[8] == '0' + check;
        return number[0] switch
        {
            'A' or 'B' or 'E' or 'H' => isDigit,
            'K' or 'P' or 'Q' or 'S' => isLetter,
            _ => isDigit || isLetter,
        };
    }
}
