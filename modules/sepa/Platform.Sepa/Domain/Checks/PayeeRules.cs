using Microsoft.EntityFrameworkCore;

namespace Platform.Sepa;

/// <summary>Verdicts of Verification of Payee. The payer decides: the regulation wants a warning, not a refusal.</summary>
internal abstract class PayeeRule(string code, params PayeeMatch[] matches) : IHistoryRule
{
    public string Code => code;

    public FindingSeverity Severity => FindingSeverity.Warning;

    public string Source => "Regulation (EU) 2024/886, article 5c; EPC218-23";

    public virtual IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context) =>
        (from order in db.Transfers
         where order.RemittanceId == remittanceId
         join check in db.PayeeChecks.Valid(context.Today) on order.Id equals check.Id
         where matches.Contains(check.Match)
         select new { order.Id, order.PartyName, check.HolderName })
        .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.PartyName).And("other", o.HolderName)));
}

internal sealed class PayeeNoMatchRule() : PayeeRule(SepaErrorCodes.PayeeNoMatch, PayeeMatch.NoMatch);

internal sealed class PayeeCloseMatchRule() : PayeeRule(SepaErrorCodes.PayeeCloseMatch, PayeeMatch.CloseMatch);

/// <summary>Only where somebody could be asked: elsewhere each transfer would have it.</summary>
internal sealed class PayeeUnverifiedRule() : PayeeRule(SepaErrorCodes.PayeeUnverified)
{
    public override IAsyncEnumerable<HistoryFinding> FindAsync(SepaDbContext db, Guid remittanceId, CheckContext context)
    {
        if (!context.VerifiesPayees)
            return AsyncEnumerable.Empty<HistoryFinding>();
        var verdicts = db.PayeeChecks.Valid(context.Today).Where(c => c.Match != PayeeMatch.NotPossible);
        return (from order in db.Transfers
                where order.RemittanceId == remittanceId && !verdicts.Any(c => c.Id == order.Id)
                select new { order.Id, order.PartyName })
            .AsAsyncEnumerable().Select(o => new HistoryFinding(o.Id, FindingData.Of("value", o.PartyName)));
    }
}
