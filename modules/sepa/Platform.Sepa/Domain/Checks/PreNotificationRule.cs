namespace Platform.Sepa;

internal sealed class PreNotificationRule : IOrderRule
{
    public string Code => SepaErrorCodes.PreNotificationLate;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "EPC016-06, 4.3: pre-notification 14 calendar days ahead unless agreed otherwise";

    // The days that are left do not stand in the finding: they shrink every night, and what was acknowledged would ask again.
    public FindingData? Check(OrderFacts order, CheckContext context) =>
        context.NoticeDays is { } wanted && order.ExecutionDate < context.Today.AddDays(wanted)
            ? FindingData.Of("value", order.ExecutionDate).And("wanted", wanted)
            : null;
}
