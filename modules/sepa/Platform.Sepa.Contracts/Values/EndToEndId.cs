using System.Diagnostics.CodeAnalysis;

namespace Platform.Sepa;

/// <summary>
/// The creditor's reference of one order (AT-10, EndToEndId), returned unchanged by every bank: 1 to 35 characters of the SEPA
/// set, with the slash rules of identifiers.
/// </summary>
public readonly record struct EndToEndId : ISepaValue<EndToEndId>
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 35;

    private readonly string? _value;

    private EndToEndId(string value) => _value = value;

    /// <summary>What the schemes write where the creditor gives no reference.</summary>
    public static EndToEndId NotProvided { get; } = new("NOTPROVIDED");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>
    /// Outer spaces are dropped. Codes: <see cref="SepaErrorCodes.Required"/>, EndToEndIdLength, EndToEndIdCharacters,
    /// IdentifierSlash, tried in this order.
    /// </summary>
    public static bool TryParse(string? text, out EndToEndId value, [NotNullWhen(false)] out string? errorCode)
    {
        var trimmed = text?.Trim(' ') ?? "";
        errorCode = SepaText.CheckIdentifier(trimmed, MaxLength) switch
        {
            SepaErrorCodes.TextLength => SepaErrorCodes.EndToEndIdLength,
            SepaErrorCodes.TextCharacters => SepaErrorCodes.EndToEndIdCharacters,
            var code => code,
        };
        value = errorCode is null ? new EndToEndId(trimmed) : default;
        return errorCode is null;
    }

    /// <summary>The normal form.</summary>
    public override string ToString() => Value;
}
