namespace Platform.Sepa;

internal sealed class IbanRule : IOrderRule
{
    public string Code => SepaErrorCodes.IbanCheckDigits;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "ISO 13616; ISO 7064";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.DebtorIban, out _, out _) ? null : FindingData.Of("value", order.DebtorIban);
}

internal sealed class SepaReachRule : IOrderRule
{
    public string Code => SepaErrorCodes.IbanNotSepa;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC409-09";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.DebtorIban, out var iban, out _) && !iban.IsSepa ? FindingData.Of("value", iban.Mask()) : null;
}

internal sealed class BicRequiredRule : IOrderRule
{
    public string Code => SepaErrorCodes.BicMissing;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "Regulation (EU) 260/2012, article 5; bank profile";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.DebtorBic is null && (context.BicRequired || IsOutsideEea(order)) ? FindingData.Of("value", DebtorCountry.Of(order)) : null;

    private static bool IsOutsideEea(OrderFacts order) => Iban.TryParse(order.DebtorIban, out var iban, out _) && iban is { IsSepa: true, IsEea: false };
}

internal sealed class BicFormatRule : IOrderRule
{
    public string Code => SepaErrorCodes.BicFormat;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "ISO 9362";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.DebtorBic is { } bic && SepaValue.Check<Bic>(bic) is not null ? FindingData.Of("value", bic) : null;
}

internal sealed class AddressOutsideEeaRule : IOrderRule
{
    public string Code => SepaErrorCodes.DebtorAddressMissing;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-E005; Regulation (EU) 2015/847";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Iban.TryParse(order.DebtorIban, out var iban, out _) && iban is { IsSepa: true, IsEea: false } && order.DebtorAddress.IsEmpty()
            ? FindingData.Of("value", DebtorCountry.Of(order))
            : null;
}

internal sealed class AddressCompleteRule : IOrderRule
{
    public string Code => SepaErrorCodes.AddressIncomplete;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC153-22: structured or hybrid addresses from 15 November 2026";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        !order.DebtorAddress.IsEmpty() && (string.IsNullOrEmpty(order.DebtorAddress.Town) || string.IsNullOrEmpty(order.DebtorAddress.Country))
            ? FindingData.Of("value", order.DebtorName)
            : null;
}

internal static class DebtorCountry
{
    public static string Of(OrderFacts order) => order.DebtorIban.Length < 2 ? order.DebtorIban : order.DebtorIban[..2];
}
