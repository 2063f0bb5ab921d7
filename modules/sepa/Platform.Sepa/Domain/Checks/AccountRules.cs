namespace Platform.Sepa;

internal sealed class IbanRule : IOrderRule
{
    public string Code => SepaErrorCodes.IbanCheckDigits;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "ISO 13616; ISO 7064";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.PartyIban, out _, out _) ? null : FindingData.Of("value", order.PartyIban);
}

internal sealed class SepaReachRule : IOrderRule
{
    public string Code => SepaErrorCodes.IbanNotSepa;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC409-09";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.PartyIban, out var iban, out _) && !iban.IsSepa ? FindingData.Of("value", iban.Mask()) : null;
}

internal sealed class BicRequiredRule : IOrderRule
{
    public string Code => SepaErrorCodes.BicMissing;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "Regulation (EU) 260/2012, article 5; bank profile";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.PartyBic is null && (context.BicRequired || IsOutsideEea(order)) ? FindingData.Of("value", PartyCountry.Of(order)) : null;

    private static bool IsOutsideEea(OrderFacts order) => Iban.TryParse(order.PartyIban, out var iban, out _) && iban is { IsSepa: true, IsEea: false };
}

internal sealed class BicFormatRule : IOrderRule
{
    public string Code => SepaErrorCodes.BicFormat;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "ISO 9362";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.PartyBic is { } bic && SepaValue.Check<Bic>(bic) is not null ? FindingData.Of("value", bic) : null;
}

internal sealed class AddressOutsideEeaRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-E005; Regulation (EU) 2015/847";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.PartyIban, out var iban, out _) && iban is { IsSepa: true, IsEea: false } && order.PartyAddress.IsEmpty()
            ? FindingData.Of("value", PartyCountry.Of(order))
            : null;
}

internal sealed class AddressCompleteRule : IOrderRule
{
    public string Code => SepaErrorCodes.AddressIncomplete;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC153-22: structured or hybrid addresses from 15 November 2026";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        !order.PartyAddress.IsEmpty() && (string.IsNullOrEmpty(order.PartyAddress.Town) || string.IsNullOrEmpty(order.PartyAddress.Country))
            ? FindingData.Of("value", order.PartyName)
            : null;
}

internal static class PartyCountry
{
    public static string Of(OrderFacts order) => order.PartyIban.Length < 2 ? order.PartyIban : order.PartyIban[..2];
}
