using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

internal sealed class SameTransferRule : IHistoryRule
{
    public string Code => SepaErrorCodes.SameTransfer;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: same account and amount within days";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context)
    {
        var since = context.Today.AddDays(-context.DuplicateDays);
        return (from order in db.Transfers
                where order.RemittanceId == remittanceId
                from other in db.Transfers.Live()
                where other.TenantId == order.TenantId && other.PartyIban != null && other.PartyIban == order.PartyIban && other.Id != order.Id
                    && other.AmountCents == order.AmountCents && other.ExecutionDate >= since
                group other by order.Id into pairs
                select new { Id = pairs.Key, Other = pairs.Min(o => o.EndToEndId) })
            .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("other", o.Other)));
    }
}

internal sealed class InvoicePaidRule : IHistoryRule
{
    public string Code => SepaErrorCodes.InvoicePaid;

    public FindingSeverity Severity => FindingSeverity.Error;

    public string Source => "House rule: an invoice is paid once";

    // Two suppliers may use the same number: it is the same invoice where the account is the same.
    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Transfers
         where order.RemittanceId == remittanceId && order.InvoiceNumber != null
         from other in db.Transfers.Live()
         where other.TenantId == order.TenantId && other.InvoiceNumber == order.InvoiceNumber && other.Id != order.Id
             && (other.PartyIban == order.PartyIban || other.PartyName == order.PartyName)
         group other by new { order.Id, order.InvoiceNumber } into pairs
         select new { pairs.Key.Id, pairs.Key.InvoiceNumber, Other = pairs.Min(o => o.EndToEndId) })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.InvoiceNumber).And("other", o.Other)));
}

internal sealed class FirstPaymentRule : IHistoryRule
{
    public string Code => SepaErrorCodes.FirstPayment;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: an account never paid before";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Transfers
         where order.RemittanceId == remittanceId
         where !db.Transfers.Any(o => o.TenantId == order.TenantId && o.PartyIban != null && o.PartyIban == order.PartyIban && o.Status == OrderStatus.Issued)
         select new { order.Id, order.PartyName })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.PartyName)));
}

internal sealed class OtherIbanRule : IHistoryRule
{
    public string Code => SepaErrorCodes.OtherIban;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: a known name with another account is how invoices are forged";

    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Transfers
         where order.RemittanceId == remittanceId
         where !db.Transfers.Any(o => o.TenantId == order.TenantId && o.PartyIban != null && o.PartyIban == order.PartyIban && o.Status == OrderStatus.Issued)
         from other in db.Transfers
         where other.TenantId == order.TenantId && other.PartyName != null && other.PartyName == order.PartyName && other.PartyIban != order.PartyIban && other.Status == OrderStatus.Issued
         group other by new { order.Id, order.PartyName } into pairs
         select new { pairs.Key.Id, pairs.Key.PartyName, Other = pairs.Max(o => o.PartyIban) })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.PartyName).And("other", Masked(o.Other!))));

    private static string Masked(string iban) => Iban.TryParse(iban, out var known, out _) ? known.Mask() : iban;
}

internal sealed class UnusualTransferRule : IHistoryRule
{
    public string Code => SepaErrorCodes.UnusualTransfer;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "House rule: several times the average paid to this account";

    // Integers only: the factor times the average of n amounts is the factor times their sum over n.
    public IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Transfers
         where order.RemittanceId == remittanceId
         from issued in db.Transfers
         where issued.TenantId == order.TenantId && issued.PartyIban != null && issued.PartyIban == order.PartyIban && issued.Status == OrderStatus.Issued
         group issued by new { order.Id, order.AmountCents } into history
         where history.Key.AmountCents * history.LongCount() > history.Sum(i => i.AmountCents) * context.UnusualAmountFactor
         select new { history.Key.Id, history.Key.AmountCents, Sum = history.Sum(i => i.AmountCents), Count = history.LongCount() })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(
            o.Id, FindingData.Of("value", o.AmountCents / 100m).And("average", Math.Round(o.Sum / (100m * o.Count), 2))));
}

internal static class LiveTransfers
{
    /// <summary>Those that are on their way or have arrived.</summary>
    public static IQueryable<Transfer> Live(this IQueryable<Transfer> transfers) => transfers.Where(o =>
        (o.Status == OrderStatus.InRemittance || o.Status == OrderStatus.Issued) && (o.BankState == null || !PaymentOrder.Failures.Contains(o.BankState.Value)));
}
