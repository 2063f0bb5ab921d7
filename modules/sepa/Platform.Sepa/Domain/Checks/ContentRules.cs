namespace Platform.Sepa;

internal sealed class AmountRule : IOrderRule
{
    public string Code => SepaErrorCodes.AmountRange;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC130-08, AT-06; EPC132-08, AT-T002: 0.01 to 999,999,999.99";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        SepaAmount.CheckCents(order.AmountCents) is null ? null : FindingData.Of("value", order.AmountCents / 100m);
}

internal sealed class NameLengthRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC130-08, AT-14; EPC132-08, AT-E001: 70 characters";

    public FindingData? Check(OrderFacts order, CheckContext context)
    {
        var written = SepaText.Transliterate(order.PartyName).Text;
        return written.Length <= SepaLengths.Name ? null : FindingData.Of("value", written).And("length", written.Length);
    }
}

internal sealed class NameCharactersRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "EPC217-08";

    public FindingData? Check(OrderFacts order, CheckContext context) => Transliteration.Of(order.PartyName);
}

internal sealed class RemittanceInformationLengthRule : IOrderRule
{
    public string Code => SepaErrorCodes.RemittanceInformationLength;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC130-08, AT-22; EPC132-08, AT-T009: 140 characters";

    public FindingData? Check(OrderFacts order, CheckContext context)
    {
        var written = SepaText.Transliterate(order.RemittanceInformation ?? "").Text;
        return written.Length <= SepaLengths.Remittance ? null : FindingData.Of("value", written).And("length", written.Length);
    }
}

internal sealed class RemittanceInformationCharactersRule : IOrderRule
{
    public string Code => SepaErrorCodes.RemittanceInformationCharacters;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "EPC217-08";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.RemittanceInformation is { } text ? Transliteration.Of(text) : null;
}

internal static class Transliteration
{
    /// <summary>Both texts when the bank file will show another one than the person wrote.</summary>
    public static FindingData? Of(string text) =>
        SepaText.Transliterate(text) is { Changed: true } converted ? FindingData.Of("value", text).And("written", converted.Text) : null;
}
