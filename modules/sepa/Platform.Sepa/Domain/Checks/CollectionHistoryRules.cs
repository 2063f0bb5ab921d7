using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

// The mandate may be null in the table, where transfers stand too: said to be none, it is compared as it is, and its index serves.

internal sealed class MandateUsedRule : IHistoryRule
{
    public string Code => SepaErrorCodes.MandateUsed;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "EPC016-06, AT-21: OOFF and FNAL end a mandate";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Collections
         where order.RemittanceId == remittanceId
         where db.Collections.Any(o => EF.Property<Guid?>(o, nameof(Collection.MandateId)) != null && o.MandateId == order.MandateId && o.Id != order.Id && (o.BankState == null || !PaymentOrder.Failures.Contains(o.BankState.Value))
             && (o.Status == OrderStatus.InRemittance || o.Status == OrderStatus.Issued)
             && (o.SequenceType == SequenceType.Ooff || (o.SequenceType == SequenceType.Fnal && o.ExecutionDate <= order.ExecutionDate)))
         select new { order.Id, order.MandateReference })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("reference", o.MandateReference)));
}

internal sealed class DuplicateOrderRule : IHistoryRule
{
    public string Code => SepaErrorCodes.DuplicateOrder;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: same mandate, amount and date";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context)
    {
        var since = context.Today.AddDays(-context.DuplicateDays);
        return (from order in db.Collections
                where order.RemittanceId == remittanceId
                from other in db.Collections
                where EF.Property<Guid?>(other, nameof(Collection.MandateId)) != null && other.MandateId == order.MandateId && other.Id != order.Id && other.AmountCents == order.AmountCents
                    && other.ExecutionDate == order.ExecutionDate && other.ExecutionDate >= since
                    && (other.Status == OrderStatus.InRemittance || other.Status == OrderStatus.Issued)
                group other by order.Id into pairs
                select new { Id = pairs.Key, Other = pairs.Min(o => o.EndToEndId) })
            .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("other", o.Other)));
    }
}

internal sealed class InvoiceCollectedRule : IHistoryRule
{
    public string Code => SepaErrorCodes.InvoiceCollected;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "House rule: an invoice is collected once";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Collections
         where order.RemittanceId == remittanceId && order.InvoiceNumber != null
         from other in db.Collections
         where other.TenantId == order.TenantId && other.InvoiceNumber == order.InvoiceNumber && other.Id != order.Id && (other.BankState == null || !PaymentOrder.Failures.Contains(other.BankState.Value))
             && (other.Status == OrderStatus.InRemittance || other.Status == OrderStatus.Issued)
         group other by new { order.Id, order.InvoiceNumber } into pairs
         select new { pairs.Key.Id, pairs.Key.InvoiceNumber, Other = pairs.Min(o => o.EndToEndId) })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.InvoiceNumber).And("other", o.Other)));
}

internal sealed class UnusualAmountRule : IHistoryRule
{
    public string Code => SepaErrorCodes.UnusualAmount;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: several times the mandate's average";

    // Integers only: the factor times the average of n amounts is the factor times their sum over n.
    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context)
    {
        // From each order to the history of its mandate: statistics that lag behind must not make the database sum all of history first.
        return (from order in db.Collections
                where order.RemittanceId == remittanceId
                from issued in db.Collections
                where EF.Property<Guid?>(issued, nameof(Collection.MandateId)) != null && issued.MandateId == order.MandateId && issued.Status == OrderStatus.Issued
                group issued by new { order.Id, order.AmountCents } into history
                where history.Key.AmountCents * history.LongCount() > history.Sum(i => i.AmountCents) * context.UnusualAmountFactor
                select new { history.Key.Id, history.Key.AmountCents, Sum = history.Sum(i => i.AmountCents), Count = history.LongCount() })
            .AsAsyncEnumerable().Select(o => new HistoryFinding(
                o.Id, FindingData.Of("value", o.AmountCents / 100m).And("average", Math.Round(o.Sum / (100m * o.Count), 2))));
    }
}
