using System.Diagnostics.CodeAnalysis;

namespace Platform.Sepa;

/// <summary>
/// Business Identifier Code (ISO 9362): four letters for the party, a country of ISO 3166-1 (or XK), two characters for the place
/// and, optionally, three for the branch. Accepted is what both editions of the bank files accept.
/// </summary>
public readonly record struct Bic : ISepaValue<Bic>
{
    private readonly string? _value;

    private Bic(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Two letters, ISO 3166-1 (or XK).</summary>
    public string CountryCode => Value.Length == 0 ? "" : Value[4..6];

    /// <summary>Eleven characters: the head office's "XXX" is added where no branch is named. For comparisons.</summary>
    public string Canonical => Value.Length == 8 ? Value + "XXX" : Value;

    /// <summary>
    /// Accepts lower case and spaces. Codes: <see cref="SepaErrorCodes.Required"/>, BicFormat, BicCountry, tried in this order.
    /// </summary>
    public static bool TryParse(string? text, out Bic value, [NotNullWhen(false)] out string? errorCode)
    {
        var compact = IdentifierText.Compact(text ?? "");
        errorCode = Check(compact);
        value = errorCode is null ? new Bic(compact) : default;
        return errorCode is null;
    }

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;

    private static string? Check(string bic)
    {
        if (bic.Length == 0)
            return SepaErrorCodes.Required;
        if (!HasShape(bic))
            return SepaErrorCodes.BicFormat;
        return Countries.IsKnown(bic.AsSpan(4, 2)) ? null : SepaErrorCodes.BicCountry;
    }

    // The pattern of BICIdentifier in the 2009 schemas: no 0 or 1 first, no letter O second in the location code.
    private static bool HasShape(string bic) =>
        bic.Length is 8 or 11
        && !bic.AsSpan(0, 6).ContainsAnyExceptInRange('A', 'Z')
        && IdentifierText.IsUpperAlphanumeric(bic)
        && bic[6] is not ('0' or '1')
        && bic[7] is not 'O';
}
