using System.Diagnostics.CodeAnalysis;

namespace Platform.Tenancy;

/// <summary>
/// An EU VAT identification number (Directive 2006/112/EC, articles 214 and 215), or one of Northern Ireland: prefix, format and
/// check digits are right. Says nothing about whether the number is registered. The default value is empty and was never checked.
/// </summary>
public readonly record struct VatNumber
{
    /// <summary>The longest normal form there is.</summary>
    public const int MaxLength = 14;

    private readonly string? _value;

    private VatNumber(string value) => _value = value;

    /// <summary>Prefix and number in upper case without separators; Greece has "EL". Empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Two letters: the code of ISO 3166-1, except "EL" for Greece and "XI" for Northern Ireland.</summary>
    public string Prefix => Value.Length == 0 ? "" : Value[..2];

    /// <summary>
    /// Accepts lower case, spaces, dots, hyphens and slashes, and "GR" for Greece. Never throws. Codes:
    /// <see cref="TenancyErrorCodes.Required"/>, VatCountry, VatFormat, VatCheckDigits, tried in this order.
    /// </summary>
    /// <param name="text">What a person or a file gave.</param>
    /// <param name="value">The checked number; the default value when refused.</param>
    /// <param name="errorCode">Why it was refused, else null.</param>
    public static bool TryParse(string? text, out VatNumber value, [NotNullWhen(false)] out string? errorCode)
    {
        var compact = Compact(text ?? "");
        errorCode = Check(compact);
        value = errorCode is null ? new VatNumber(compact) : default;
        return errorCode is null;
    }

    /// <summary>Reads a number that was checked before, such as a stored column.</summary>
    /// <exception cref="FormatException">It is refused; the message is the error code.</exception>
    public static VatNumber Parse(string text) =>
        TryParse(text, out var value, out var errorCode) ? value : throw new FormatException(errorCode);

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;

    private static string? Check(string number)
    {
        if (number.Length == 0)
            return TenancyErrorCodes.Required;
        if (number.Length < 2 || VatRules.Find(number[..2]) is not { } rule)
            return TenancyErrorCodes.VatCountry;
        if (!rule.Format.IsMatch(number[2..]))
            return TenancyErrorCodes.VatFormat;
        return rule.HasCheckDigits(number[2..]) ? null : TenancyErrorCodes.VatCheckDigits;
    }

    private static string Compact(string text)
    {
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '/'))).ToUpperInvariant();
        return compact.StartsWith("GR", StringComparison.Ordinal) ? "EL" + compact[2..] : compact;
    }
}
