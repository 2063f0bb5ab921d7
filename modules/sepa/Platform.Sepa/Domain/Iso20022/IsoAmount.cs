using System.Globalization;

namespace Platform.Sepa;

internal sealed record IsoAmount(decimal Value, string Currency)
{
    private const int MaxLength = 40;

    /// <summary>Null outside euro cents.</summary>
    public long? Cents => Currency == "EUR" && decimal.Truncate(Value * 100) == Value * 100 ? (long)(Value * 100) : null;

    public static bool TryParse(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1_000_000_000_000_000_000m;

    public static IsoAmount Read(IsoXmlReader xml)
    {
        var currency = xml.Attribute("Ccy");
        var text = xml.Text(MaxLength);
        if (currency is not { Length: 3 })
            throw xml.Error(xml.Codes.Value, currency, "@Ccy");
        return TryParse(text, out var value) ? new IsoAmount(value, currency) : throw xml.Error(xml.Codes.Value, text);
    }
}
