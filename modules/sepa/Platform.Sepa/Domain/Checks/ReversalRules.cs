using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

internal sealed class ReversalTooEarlyRule : IOrderRule
{
    public string Code => SepaErrorCodes.ReversalTooEarly;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, 4.3.4: reversals follow the settlement";

    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Original is { } original && context.Earliest < original.DueOn ? original.Data() : null;
}

internal sealed class ReversalTooLateRule : IOrderRule
{
    public string Code => SepaErrorCodes.ReversalTooLate;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, 4.3.4: within 5 TARGET days after the due date";

    // A file that waited for its approval is as late as the day on which it can still be handed over.
    public FindingData? Check(OrderFacts order, CheckContext context) =>
        order.Original is { } original && context.Earliest > ReversalWindow.LastDay(original.DueOn) ? original.Data() : null;
}

internal sealed class OriginalFailedRule : IOrderRule
{
    public string Code => SepaErrorCodes.OriginalFailed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, 4.3.4: what went back already is not given back";

    public FindingData? Check(OrderFacts order, CheckContext context) => PaymentOrder.IsFailure(order.Original!.State) ? order.Original.Data() : null;
}

internal sealed class OriginalUnansweredRule : IOrderRule
{
    public string Code => SepaErrorCodes.OriginalUnanswered;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, 4.3.4: reversals follow the settlement";

    public FindingData? Check(OrderFacts order, CheckContext context) => order.Original!.State is null ? order.Original.Data() : null;
}

internal sealed class ReversalAmountRule : IOrderRule
{
    public string Code => SepaErrorCodes.ReversalAmount;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06 and EPC222-07, 4.3.4: the whole amount only";

    public FindingData? Check(OrderFacts order, CheckContext context) => order.AmountCents == order.Original!.AmountCents
        ? null
        : order.Original.Data().And("value", order.AmountCents / 100m).And("original", order.Original.AmountCents / 100m);
}

internal sealed class AlreadyReversedRule : IHistoryRule
{
    public string Code => SepaErrorCodes.AlreadyReversed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "House rule: a collection is given back once";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Reversals
         where order.RemittanceId == remittanceId
         where db.Reversals.Any(o => o.OriginalId == order.OriginalId && o.Id != order.Id && o.Status != OrderStatus.Cancelled
             && (o.BankState == null || !PaymentOrder.Failures.Contains(o.BankState.Value)))
         join original in db.Collections on order.OriginalId equals original.Id
         select new { order.Id, original.EndToEndId })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("reference", o.EndToEndId)));
}
