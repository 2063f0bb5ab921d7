namespace Platform.Sepa;

internal sealed class TargetDayRule : IOrderRule
{
    public string Code => SepaErrorCodes.CollectionDateClosed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.3; TARGET calendar";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        TargetCalendar.IsOpen(order.CollectionDate)
            ? null
            : FindingData.Of("value", order.CollectionDate).And("next", TargetCalendar.NextOpen(order.CollectionDate));
}

internal sealed class CutOffRule : IOrderRule
{
    public string Code => SepaErrorCodes.CollectionDateTooEarly;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.3.1; bank profile";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.CollectionDate >= context.Earliest ? null : FindingData.Of("value", order.CollectionDate).And("earliest", context.Earliest);
}

internal sealed class FarDateRule : IOrderRule
{
    public string Code => SepaErrorCodes.CollectionDateFar;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: more than a year ahead is usually a typing error";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.CollectionDate > context.Today.AddYears(1) ? FindingData.Of("value", order.CollectionDate) : null;
}
