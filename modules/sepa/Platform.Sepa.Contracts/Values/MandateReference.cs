using System.Diagnostics.CodeAnalysis;

namespace Platform.Sepa;

/// <summary>
/// Unique mandate reference (AT-01, MndtId): 1 to 35 characters of the SEPA set, with the slash rules of identifiers. Case and
/// spaces are kept for the bank file but do not make a reference unique: compare by <see cref="Key"/>.
/// </summary>
public readonly record struct MandateReference : ISepaValue<MandateReference>
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 35;

    private readonly string? _value;

    private MandateReference(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>Upper case without spaces: unique per creditor identifier (EPC guidance: references are not case sensitive).</summary>
    public string Key => IdentifierText.Compact(Value);

    /// <summary>
    /// Outer spaces are dropped. Codes: <see cref="SepaErrorCodes.Required"/>, MandateReferenceLength, MandateReferenceCharacters,
    /// IdentifierSlash, tried in this order.
    /// </summary>
    public static bool TryParse(string? text, out MandateReference value, [NotNullWhen(false)] out string? errorCode)
    {
        var trimmed = text?.Trim(' ') ?? "";
        errorCode = SepaText.CheckIdentifier(trimmed, MaxLength) switch
        {
            SepaErrorCodes.TextLength => SepaErrorCodes.MandateReferenceLength,
            SepaErrorCodes.TextCharacters => SepaErrorCodes.MandateReferenceCharacters,
            var code => code,
        };
        value = errorCode is null ? new MandateReference(trimmed) : default;
        return errorCode is null;
    }

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;
}
