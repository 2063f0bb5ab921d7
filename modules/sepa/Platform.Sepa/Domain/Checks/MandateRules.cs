namespace Platform.Sepa;

internal sealed class MandateActiveRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateNotActive;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.1";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Mandate!.Status == MandateStatus.Active
            ? null
            : FindingData.Of("reference", order.Mandate!.Reference).And("status", order.Mandate!.Status.ToString());
}

internal sealed class MandateSchemeRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateScheme;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, AT-20";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Mandate!.Scheme == context.Scheme.Mandates()
            ? null
            : FindingData.Of("reference", order.Mandate!.Reference).And("scheme", order.Mandate!.Scheme.ToCode());
}

internal sealed class MandateCreditorRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateOtherCreditor;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC262-08: references are unique per creditor identifier";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Mandate!.CreditorKey == context.CreditorKey ? null : FindingData.Of("reference", order.Mandate!.Reference);
}

internal sealed class MandateLapsedRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateLapsed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.1: 36 months";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        Mandate.LapseDate(order.Mandate!.SignedOn, order.Mandate!.LastCollectedOn) is { } lapse && lapse <= order.ExecutionDate
            ? FindingData.Of("reference", order.Mandate!.Reference).And("date", lapse)
            : null;
}

internal sealed class MandateSignedRule : IOrderRule
{
    public string Code => SepaErrorCodes.MandateSignedLater;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-25";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Mandate!.SignedOn <= order.ExecutionDate ? null : FindingData.Of("reference", order.Mandate!.Reference).And("date", order.Mandate!.SignedOn);
}

internal sealed class SequenceTypeRule : IOrderRule
{
    public string Code => SepaErrorCodes.SequenceTypeMismatch;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-21";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        (order.Mandate!.Type == MandateType.OneOff) == (order.SequenceType == SequenceType.Ooff)
            ? null
            : FindingData.Of("reference", order.Mandate!.Reference).And("value", order.SequenceType!.Value.ToCode());
}
