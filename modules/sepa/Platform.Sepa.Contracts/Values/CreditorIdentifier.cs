using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Platform.Sepa;

/// <summary>
/// SEPA creditor identifier (EPC262-08, AT-02): country, two check digits, business code of three characters, national identifier.
/// The check digits are ISO 7064 MOD 97-10 over the national identifier and the country: the business code is left out, so one
/// creditor may use several. Normal form: upper case without spaces.
/// </summary>
public readonly record struct CreditorIdentifier : ISepaValue<CreditorIdentifier>
{
    // Only countries whose length is fixed by EPC262-08 beyond doubt.
    private static readonly FrozenDictionary<string, int[]> Lengths = new Dictionary<string, int[]>
    {
        ["AT"] = [18],
        ["BE"] = [17, 20],
        ["DE"] = [18],
        ["ES"] = [16],
        ["FI"] = [15],
        ["FR"] = [13],
        ["IE"] = [13],
        ["IT"] = [23],
        ["LU"] = [26],
        ["NL"] = [19],
        ["PT"] = [13],
    }.ToFrozenDictionary();

    private readonly string? _value;

    private CreditorIdentifier(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Two letters, ISO 3166-1.</summary>
    public string CountryCode => Value.Length == 0 ? "" : Value[..2];

    /// <summary>Three characters that the creditor chooses; "ZZZ" when unused.</summary>
    public string BusinessCode => Value.Length == 0 ? "" : Value[4..7];

    /// <summary>The identifier without check digits and business code: equal for all business codes of one creditor.</summary>
    public string Creditor => Value.Length == 0 ? "" : Value[..2] + Value[7..];

    /// <summary>
    /// Accepts lower case and spaces. Codes: <see cref="SepaErrorCodes.Required"/>, CreditorIdentifierCharacters, ..Country,
    /// ..Length, ..CheckDigits, tried in this order.
    /// </summary>
    public static bool TryParse(string? text, out CreditorIdentifier value, [NotNullWhen(false)] out string? errorCode)
    {
        var compact = IdentifierText.Compact(text ?? "");
        errorCode = Check(compact);
        value = errorCode is null ? new CreditorIdentifier(compact) : default;
        return errorCode is null;
    }

    /// <summary>Puts check digits before a national identifier.</summary>
    /// <exception cref="FormatException">The parts make no identifier; the message is the code.</exception>
    public static CreditorIdentifier Create(string countryCode, string businessCode, string nationalIdentifier)
    {
        var rest = IdentifierText.Compact(nationalIdentifier);
        var digits = IdentifierText.IsUpperAlphanumeric(rest) && Countries.IsSepa(countryCode)
            ? Mod97.CheckDigits(countryCode, rest)
            : "00";
        return SepaValue.Parse<CreditorIdentifier>(countryCode + digits + businessCode + rest);
    }

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;

    private static string? Check(string text)
    {
        if (text.Length == 0)
            return SepaErrorCodes.Required;
        if (!IdentifierText.IsUpperAlphanumeric(text))
            return SepaErrorCodes.CreditorIdentifierCharacters;
        if (text.Length < 2 || !Countries.IsSepa(text.AsSpan(0, 2)))
            return SepaErrorCodes.CreditorIdentifierCountry;
        if (!HasLength(text))
            return SepaErrorCodes.CreditorIdentifierLength;
        return char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
            && Mod97.AreValid(text.AsSpan(0, 2), text.AsSpan(2, 2), text.AsSpan(7))
            ? null
            : SepaErrorCodes.CreditorIdentifierCheckDigits;
    }

    private static bool HasLength(string text) =>
        Lengths.TryGetValue(text[..2], out var lengths) ? lengths.Contains(text.Length) : text.Length is >= 8 and <= 35;
}
