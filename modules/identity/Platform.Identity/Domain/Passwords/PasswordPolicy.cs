using System.Globalization;

namespace Platform.Identity;

/// <summary>Which passwords are good enough. The floor of 8 characters with a letter, a digit and a symbol cannot be configured away.</summary>
internal sealed record PasswordPolicy(int MinimumLength, bool MixedCase)
{
    public const int Floor = 8;
    public const int LongestPassword = 256;
    private const int ShortestPersonalWord = 3;
    private const int ShortestCompanyWord = 4;

    public int MinimumLength { get; } = Math.Max(MinimumLength, Floor);

    /// <summary>The stricter of two policies, rule by rule.</summary>
    public PasswordPolicy And(int minimumLength, bool mixedCase) => new(Math.Max(MinimumLength, minimumLength), MixedCase || mixedCase);

    /// <summary>Every broken rule, as (code, limit).</summary>
    public IEnumerable<(string Code, int? Limit)> Check(string password, IEnumerable<string> personalWords, IEnumerable<string> companyWords)
    {
        if (password.Length < MinimumLength)
        {
            yield return (IdentityErrorCodes.PasswordTooShort, MinimumLength);
        }

        if (password.Length > LongestPassword)
        {
            yield return (IdentityErrorCodes.PasswordTooLong, LongestPassword);
            yield break;
        }

        foreach (var code in Missing(password))
        {
            yield return (code, null);
        }

        if (CommonPasswords.Contains(password))
        {
            yield return (IdentityErrorCodes.PasswordCommon, null);
        }

        if (HoldsOneOf(password, personalWords))
        {
            yield return (IdentityErrorCodes.PasswordPersonal, null);
        }

        if (HoldsOneOf(password, companyWords))
        {
            yield return (IdentityErrorCodes.PasswordOfCompany, null);
        }
    }

    /// <summary>The parts of name and address that a password may not hold.</summary>
    public static IEnumerable<string> PersonalWords(string name, string email)
    {
        var mailbox = email.Split('@')[0];
        return name.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Concat(mailbox.Split(['.', '_', '-', '+'], StringSplitOptions.RemoveEmptyEntries))
            .Append(mailbox)
            .Where(word => word.Length >= ShortestPersonalWord);
    }

    /// <summary>The parts of a company's or product's name that a password may not hold; short ones are legal forms and articles.</summary>
    public static IEnumerable<string> CompanyWords(string name) =>
        name.Split([' ', '-', '\'', '’', '.', ',', '&'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestCompanyWord);

    private IEnumerable<string> Missing(string password)
    {
        if (!password.Any(char.IsLetter))
        {
            yield return IdentityErrorCodes.PasswordNeedsLetter;
        }
        else if (MixedCase && !password.Any(char.IsUpper))
        {
            yield return IdentityErrorCodes.PasswordNeedsUpper;
        }
        else if (MixedCase && !password.Any(char.IsLower))
        {
            yield return IdentityErrorCodes.PasswordNeedsLower;
        }

        if (!password.Any(char.IsDigit))
        {
            yield return IdentityErrorCodes.PasswordNeedsDigit;
        }

        if (password.All(char.IsLetterOrDigit))
        {
            yield return IdentityErrorCodes.PasswordNeedsSymbol;
        }
    }

    private static bool HoldsOneOf(string password, IEnumerable<string> words)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        return words.Any(word => compare.IndexOf(password, word, Loosely) >= 0);
    }
}
