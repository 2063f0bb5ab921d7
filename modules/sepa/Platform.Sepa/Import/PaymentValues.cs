using System.Globalization;

namespace Platform.Sepa;

/// <summary>Simple types of ISO 20022 as the text that the checks of a row expect.</summary>
internal static class PaymentValues
{
    /// <summary>Longer than any element that is read may be: names and texts that are too long for SEPA are for a person to shorten.</summary>
    private const int MaxLength = 500;

    private const int DateLength = 10;

    private const string NotProvided = "NOTPROVIDED";

    public static string? Read(IsoXmlReader xml, ImportField field) => field switch
    {
        ImportField.Amount => Amount(xml),
        ImportField.EndToEndId => xml.Text(MaxLength) is { } id && id != NotProvided ? id : null,
        ImportField.SignedOn or ImportField.CollectionDate or ImportField.ExecutionDate => Day(xml.Text(MaxLength)),
        _ => xml.Text(MaxLength),
    };

    /// <summary>NbOfTxs or CtrlSum.</summary>
    public static decimal Number(IsoXmlReader xml)
    {
        var text = xml.Text(MaxLength);
        return IsoAmount.TryParse(text, out var value) ? value : throw xml.Error(SepaErrorCodes.PaymentFileValue, text);
    }

    private static string Amount(IsoXmlReader xml)
    {
        var amount = IsoAmount.Read(xml);
        return amount.Currency == "EUR"
            ? amount.Value.ToString("0.00###", CultureInfo.InvariantCulture)
            : throw xml.Error(SepaErrorCodes.PaymentFileCurrency, amount.Currency, "@Ccy");
    }

    // The day as its own time zone has it. What is no day stays: the row's check names it.
    private static string? Day(string? text) =>
        text?.Length > DateLength && text[DateLength] is 'T' or 'Z' or '+' or '-'
        && DateOnly.TryParseExact(text.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text[..DateLength]
            : text;
}
