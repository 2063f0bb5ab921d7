namespace Platform.Sepa;

internal sealed class MandateActiveRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateNotActive;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.1";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.MandateStatus == MandateStatus.Active
            ? null
            : FindingData.Of("reference", order.MandateReference).And("status", order.MandateStatus.ToString());
}

internal sealed class MandateSchemeRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateScheme;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, AT-20";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.MandateScheme == context.Scheme
            ? null
            : FindingData.Of("reference", order.MandateReference).And("scheme", order.MandateScheme.ToCode());
}

internal sealed class MandateCreditorRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateOtherCreditor;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC262-08: references are unique per creditor identifier";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.MandateCreditorKey == context.CreditorKey ? null : FindingData.Of("reference", order.MandateReference);
}

internal sealed class MandateLapsedRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateLapsed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.1: 36 months";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Mandate.LapseDate(order.SignedOn, order.LastCollectedOn) is { } lapse && lapse <= order.CollectionDate
            ? FindingData.Of("reference", order.MandateReference).And("date", lapse)
            : null;
}

internal sealed class MandateSignedRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateSignedLater;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-25";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.SignedOn <= order.CollectionDate ? null : FindingData.Of("reference", order.MandateReference).And("date", order.SignedOn);
}

internal sealed class SequenceTypeRule : IOrderRule
{
    public string Code => SepaErrorCodes.SequenceTypeMismatch;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-21";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        (order.MandateType == MandateType.OneOff) == (order.SequenceType == SequenceType.Ooff)
            ? null
            : FindingData.Of("reference", order.MandateReference).And("value", order.SequenceType.ToCode());
}
