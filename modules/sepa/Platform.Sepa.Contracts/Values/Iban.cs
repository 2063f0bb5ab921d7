using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Platform.Sepa;

/// <summary>
/// International Bank Account Number (ISO 13616): a country of the SWIFT registry, its length and structure, and check digits by
/// ISO 7064 MOD 97-10 are all right. Whether the account exists is not known. Normal form: upper case without spaces.
/// </summary>
public readonly record struct Iban : ISepaValue<Iban>
{
    private readonly string? _value;

    private Iban(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Two letters, ISO 3166-1.</summary>
    public string CountryCode => Value.Length == 0 ? "" : Value[..2];

    /// <summary>The national account number: what follows the check digits.</summary>
    public string Bban => Value.Length == 0 ? "" : Value[4..];

    /// <summary>The country takes part in the SEPA schemes (EPC409-09), so the account may be debited by SDD.</summary>
    public bool IsSepa => IbanRegistry.Find(Value.AsSpan(0, Math.Min(2, Value.Length))) is { IsSepa: true };

    /// <summary>The country belongs to the European Economic Area: files need no BIC and no debtor address.</summary>
    public bool IsEea => IbanRegistry.Find(Value.AsSpan(0, Math.Min(2, Value.Length))) is { IsEea: true };

    /// <summary>
    /// Accepts lower case and spaces of the print format. Codes: <see cref="SepaErrorCodes.Required"/>, IbanCharacters,
    /// IbanCountry, IbanLength, IbanStructure, IbanCheckDigits, tried in this order.
    /// </summary>
    public static bool TryParse(string? text, out Iban value, [NotNullWhen(false)] out string? errorCode)
    {
        var compact = IdentifierText.Compact(text ?? "");
        errorCode = Check(compact);
        value = errorCode is null ? new Iban(compact) : default;
        return errorCode is null;
    }

    /// <summary>Puts check digits before a national account number.</summary>
    /// <exception cref="FormatException">The country has no IBAN or the number has another structure; the message is the code.</exception>
    public static Iban Create(string countryCode, string bban)
    {
        var rest = IdentifierText.Compact(bban);
        var digits = IdentifierText.IsUpperAlphanumeric(rest) && IbanRegistry.Find(countryCode) is not null
            ? Mod97.CheckDigits(countryCode, rest)
            : "00";
        return SepaValue.Parse<Iban>(countryCode + digits + rest);
    }

    /// <summary>Print format: groups of four characters divided by spaces.</summary>
    public string Format()
    {
        var text = new StringBuilder(Value.Length + 8);
        for (var i = 0; i < Value.Length; i += 4)
            text.Append(i == 0 ? "" : " ").Append(Value.AsSpan(i, Math.Min(4, Value.Length - i)));
        return text.ToString();
    }

    /// <summary>For logs and lists that must not show the account: the first four and last four characters, "FR76 •••• 0189".</summary>
    public string Mask() => Value.Length == 0 ? "" : $"{Value[..4]} •••• {Value[^4..]}";

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;

    private static string? Check(string iban)
    {
        if (iban.Length == 0)
            return SepaErrorCodes.Required;
        if (!IdentifierText.IsUpperAlphanumeric(iban))
            return SepaErrorCodes.IbanCharacters;
        if (iban.Length < 2 || IbanRegistry.Find(iban.AsSpan(0, 2)) is not { } country)
            return SepaErrorCodes.IbanCountry;
        if (iban.Length != country.Length)
            return SepaErrorCodes.IbanLength;
        if (!HasStructure(iban, country))
            return SepaErrorCodes.IbanStructure;
        return Mod97.AreValid(iban.AsSpan(0, 2), iban.AsSpan(2, 2), iban.AsSpan(4)) ? null : SepaErrorCodes.IbanCheckDigits;
    }

    private static bool HasStructure(ReadOnlySpan<char> iban, IbanCountry country)
    {
        if (!char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3]))
            return false;
        var rest = iban[4..];
        foreach (var part in country.Bban)
        {
            if (!part.Accepts(rest[..part.Length]))
                return false;
            rest = rest[part.Length..];
        }

        return true;
    }
}
