using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Bench;

/// <summary>A use from end to end: rules, audit row, count, commit, opening, callback.</summary>
/// <param name="Database">Product.</param>
/// <param name="Transaction">Milliseconds of a bare transaction with the same two writes and its commit.</param>
/// <param name="Act">Milliseconds of the same as an act of any module: one change, one audit entry, by way of the kernel.</param>
/// <param name="Use">Milliseconds of the whole use.</param>
internal sealed record UseTimes(string Database, double Transaction, double Act, double Use)
{
    private const int Operations = 200;
    private const int Rounds = 7;

    public static async Task<UseTimes> MeasureAsync(string database, ProductHost host, ConsentUse use)
    {
        var (transactions, acts, uses) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var first = await MillisecondsAsync(() => TransactAsync(host, use.ConsentId));
            var second = await MillisecondsAsync(() => ActAsync(host, use.ConsentId));
            var third = await MillisecondsAsync(() => UseAsync(host, use));
            if (round < 0)
                continue;
            transactions.Add(first);
            acts.Add(second);
            uses.Add(third);
        }

        return new UseTimes(database, Median(transactions), Median(acts), Median(uses));
    }

    private static Task<int> UseAsync(ProductHost host, ConsentUse use) => host.RunAsync(ProductHost.Preparer, s =>
        s.GetRequiredService<IConsentVault>().UseAsync(use, (secret, _) => Task.FromResult(secret.Length)));

    private static Task<int> ActAsync(ProductHost host, Guid consent) => host.RunAsync(ProductHost.Preparer, async s =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        s.GetRequiredService<IAuditLog>().Add("Bench.Act", nameof(Consent), $"{consent}", new AuditChange("Provider", null, "bench"));
        return await s.GetRequiredService<VaultDbContext>().Consents.Where(c => c.Id == consent)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.Uses, c => c.Uses + 1).SetProperty(c => c.LastUsedAt, now));
    });

    // A copy of the last audit row, so that it is as wide and as indexed as the one that a use writes.
    private static Task<int> TransactAsync(ProductHost host, Guid consent) => host.RunAsync(ProductHost.Preparer, async s =>
    {
        var (db, id, now) = (s.GetRequiredService<VaultDbContext>(), Guid.CreateVersion7(), TimeProvider.System.GetUtcNow().UtcDateTime);
        await s.GetRequiredService<IUnitOfWork>().BeginAsync();
        await db.Database.ExecuteSqlAsync($"""UPDATE "VaultConsents" SET "Uses" = "Uses" + 1, "LastUsedAt" = {now} WHERE "Id" = {consent}""");
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "AuditEntries" ("Id", "TenantId", "Time", "UserId", "UserName", "UserEmail", "Action", "EntityType", "EntityId",
                "ClientAddress", "Device", "SessionId", "CorrelationId", "Changes", "PersonText", "SearchText")
            SELECT {id}, "TenantId", "Time", "UserId", "UserName", "UserEmail", "Action", "EntityType", "EntityId",
                "ClientAddress", "Device", "SessionId", "CorrelationId", "Changes", "PersonText", "SearchText"
            FROM "AuditEntries" WHERE "Action" = 'Vault.Consent.Used' LIMIT 1
            """);
    });

    private static async Task<double> MillisecondsAsync(Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Operations; i++)
            await work();
        return watch.Elapsed.TotalMilliseconds / Operations;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
