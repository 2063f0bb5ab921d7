using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Runs every rule over every order and replaces the findings of the remittance.</summary>
internal sealed class RemittanceChecker(SepaDbContext db, RemittanceLines lines, IEnumerable<IRemittanceOrders> kinds, PreNotificationWishes wishes, PayeeAsking payees, ISettingProvider settings, TimeProvider clock) : IScopedDependency
{
    private const int PageSize = 5_000;

    public async Task CheckAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var context = await GetContextAsync(remittance, account, cancellationToken);
        var totals = await lines.GetTotalsAsync(remittance.Id, cancellationToken);
        await db.CheckFindings.Where(f => f.RemittanceId == remittance.Id).ExecuteDeleteAsync(cancellationToken);
        using var summary = new FindingSummary();
        await db.BulkInsertAsync(summary.Watch(FindAsync(remittance.Id, kinds.Of(remittance.Scheme), context, cancellationToken)), cancellationToken);
        remittance.Checked(totals, summary.Result());
    }

    private async Task<CheckContext> GetContextAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var duplicateDays = (await settings.GetAsync(SepaSettings.DuplicateDays, cancellationToken)).AsInt64();
        var unusual = (await settings.GetAsync(SepaSettings.UnusualAmountFactor, cancellationToken)).AsInt64();
        return new CheckContext(
            remittance.Scheme, account.CreditorKey, account.BicRequired, account.Profile().EarliestDate(remittance.Scheme, now),
            DateOnly.FromDateTime(now), (int)duplicateDays, (int)unusual,
            await wishes.GetNoticeDaysAsync(cancellationToken), payees.IsAvailable);
    }

    private async IAsyncEnumerable<CheckFinding> FindAsync(
        Guid remittanceId, IRemittanceOrders orders, CheckContext context, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rules = orders.Rules(context.Scheme);
        // Pages, not one open reader: the findings go through the same connection while the orders come.
        await foreach (var order in ReadAsync(orders, remittanceId, cancellationToken))
        {
            foreach (var rule in rules.OfOrders)
            {
                if (rule.Check(order, context) is { } data)
                    yield return Finding(remittanceId, order.Id, rule, data);
            }
        }

        foreach (var rule in rules.OfHistory)
        {
            var found = await rule.FindAsync(db, remittanceId, context).ToListAsync(cancellationToken);
            foreach (var finding in found.OrderBy(f => f.OrderId))
                yield return Finding(remittanceId, finding.OrderId, rule, finding.Data);
        }
    }

    private static async IAsyncEnumerable<OrderFacts> ReadAsync(
        IRemittanceOrders orders, Guid remittanceId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await orders.Facts(remittanceId, last).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var order in page)
                yield return order;
            if (page.Count < PageSize)
                yield break;
            last = page[^1].Id;
        }
    }

    private static CheckFinding Finding(Guid remittanceId, Guid orderId, IRule rule, FindingData data) =>
        new(remittanceId, orderId, rule.Code, rule.Severity, JsonSerializer.Serialize(data));

    private sealed class FindingSummary : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private int _errors;
        private int _warnings;

        public async IAsyncEnumerable<CheckFinding> Watch(IAsyncEnumerable<CheckFinding> findings)
        {
            await foreach (var finding in findings)
            {
                if (finding.Severity == FindingSeverity.Error)
                    _errors++;
                else
                    Add(finding);
                yield return finding;
            }
        }

        public CheckSummary Result() => new(_errors, _warnings, _warnings == 0 ? "" : Convert.ToHexStringLower(_hash.GetCurrentHash()));

        public void Dispose() => _hash.Dispose();

        private void Add(CheckFinding finding)
        {
            _warnings++;
            _hash.AppendData(Encoding.UTF8.GetBytes($"{finding.OrderId:N}{finding.Code}{finding.Data}\n"));
        }
    }
}
