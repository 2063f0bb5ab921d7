namespace Platform.Sepa;

internal sealed class TargetDayRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.3; EPC125-05, 4.2; TARGET calendar";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        TargetCalendar.IsOpen(order.ExecutionDate)
            ? null
            : FindingData.Of("value", order.ExecutionDate).And("next", TargetCalendar.NextOpen(order.ExecutionDate));
}

internal sealed class CutOffRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, 4.3.1; EPC125-05, 4.2; bank profile";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.ExecutionDate >= context.Earliest ? null : FindingData.Of("value", order.ExecutionDate).And("earliest", context.Earliest);
}

internal sealed class FarDateRule(string code) : IOrderRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: more than a year ahead is usually a typing error";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.ExecutionDate > context.Today.AddYears(1) ? FindingData.Of("value", order.ExecutionDate) : null;
}
