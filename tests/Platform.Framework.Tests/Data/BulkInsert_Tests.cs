using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class BulkInsert_Tests(TestHosts hosts)
{
    private const int MoreThanTwoBatches = 2_500;

    [Theory, Databases]
    public async Task BulkInsert_ValuesAndNullsInTurn_StoresEachRowAsItIs(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var key = Guid.CreateVersion7();
        (await host.RunAsync(null, null, s => s.GetRequiredService<KernelDbContext>().BulkInsertAsync(Rows(key).ToAsyncEnumerable()))).ShouldBe(MoreThanTwoBatches);
        var stored = await StoredAsync(host, key);
        stored.Select(Text).ShouldBe(Rows(key).Select(Text), ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task BulkInsert_SourceFailsInALaterBatch_StoresNothing(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var key = Guid.CreateVersion7();
        var rows = Rows(key).Select(r => r.Name == $"{MoreThanTwoBatches - 1}" ? throw new IOException("The source broke.") : r);
        await Should.ThrowAsync<IOException>(() => host.RunAsync(null, null, s => s.GetRequiredService<KernelDbContext>().BulkInsertAsync(rows.ToAsyncEnumerable())));
        (await StoredAsync(host, key)).ShouldBeEmpty();
    }

    private static IEnumerable<SettingValue> Rows(Guid key) => Enumerable.Range(0, MoreThanTwoBatches).Select(i => new SettingValue
    {
        Name = $"{i}",
        Level = SettingLevel.User,
        Key = key,
        Value = $"Größe {i}",
        ChangedAt = i % 2 == 0 ? new DateTime(2026, 11, 27, 8, i % 60, 0, DateTimeKind.Utc) : null,
        ChangedBy = i % 3 == 0 ? key : null,
    });

    private static string Text(SettingValue v) => $"{v.Name} {v.Level} {v.Value} {v.ChangedAt:O} {v.ChangedBy}";

    private static Task<List<SettingValue>> StoredAsync(TestHost host, Guid key) =>
        host.RunAsync(null, null, s => s.GetRequiredService<KernelDbContext>().Settings.AsNoTracking().Where(v => v.Key == key).ToListAsync());
}
