using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class ReversalOrders(SepaDbContext db, IBlobContainer blobs, TimeProvider clock) : IRemittanceOrders
{
    public bool Serve(PaymentScheme scheme) => scheme.IsReversal();

    public RuleSet Rules(PaymentScheme scheme) => OrderRules.Reversals;

    /// <summary>The bank that collected is the one that gives back.</summary>
    public IQueryable<PaymentOrder> Waiting(CreditorAccount account, PaymentScheme scheme)
    {
        var (accountId, reversed) = (account.Id, scheme == PaymentScheme.B2bReversal ? PaymentScheme.B2b : PaymentScheme.Core);
        return db.Orders.Where(o => o.Kind == OrderKind.Reversal && o.Status == OrderStatus.Waiting
            && db.Remittances.Any(r => r.Id == ((Reversal)o).OriginalRemittanceId && r.CreditorAccountId == accountId && r.Scheme == reversed));
    }

    public async Task PrepareAsync(Remittance remittance, CreditorAccount account, DateOnly earliest, CancellationToken cancellationToken)
    {
        var orders = db.Reversals.Where(r => r.RemittanceId == remittance.Id && r.Status == OrderStatus.InRemittance);
        if (await orders.Select(r => r.OriginalRemittanceId).Distinct().CountAsync(cancellationToken) > 1)
            throw new BusinessException(SepaErrorCodes.ReversalsOfSeveralFiles).WithData("number", remittance.Number);
        await orders.ExecuteUpdateAsync(s => s.SetProperty(r => r.ExecutionDate, earliest), cancellationToken);
    }

    public IQueryable<OrderFacts> Facts(Guid remittanceId, Guid after) =>
        from r in db.Reversals.AsNoTracking()
        where r.RemittanceId == remittanceId && r.Id > after
        join c in db.Collections.AsNoTracking() on r.OriginalId equals c.Id
        orderby r.Id
        select new OrderFacts
        {
            Id = r.Id,
            AmountCents = r.AmountCents,
            ExecutionDate = r.ExecutionDate!.Value,
            RemittanceInformation = r.RemittanceInformation,
            PartyName = r.PartyName!,
            PartyIban = r.PartyIban!,
            PartyBic = r.PartyBic,
            PartyAddress = new PostalAddress(),
            Original = new OriginalFacts(c.EndToEndId, c.ExecutionDate!.Value, c.AmountCents, c.BankState),
        };

    /// <summary>
    /// The write that changes nothing holds the collections' rows until the approval ends: an answer of the bank that takes one of them back
    /// comes before the check that follows, or after the approval.
    /// </summary>
    public Task RequireCurrentAsync(Remittance remittance, CancellationToken cancellationToken) =>
        Originals(remittance.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndToEndId, c => c.EndToEndId), cancellationToken);

    /// <summary>Between approval and hand-over days may pass, in which the debtor's bank took the money back itself.</summary>
    public async Task RequireLeavableAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        await RequireCurrentAsync(remittance, cancellationToken);
        var at = account.Profile().EarliestDate(remittance.Scheme, clock.GetUtcNow().UtcDateTime);
        foreach (var original in await Originals(remittance.Id).AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            Reversal.RequireReversible(original);
            ReversalWindow.Require(original, at);
        }
    }

    public Task IssuedAsync(Guid remittanceId, CreditorAccount account, CancellationToken cancellationToken) => Task.CompletedTask;

    public string Version(CreditorAccount account) => $"{VersionOf(account)}";

    public Task WriteAsync(Stream output, BankFile file, CancellationToken cancellationToken) =>
        new ReversalFile(db, blobs, file).WriteAsync(output, VersionOf(file.Account), cancellationToken);

    private static Pain007Version VersionOf(CreditorAccount account) => account.Version is Pain008Version.V02 ? Pain007Version.V02 : Pain007Version.V08;

    private IQueryable<Collection> Originals(Guid remittanceId) =>
        db.Collections.Where(c => db.Reversals.Any(r => r.RemittanceId == remittanceId && r.OriginalId == c.Id));
}
