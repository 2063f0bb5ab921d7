using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Decisions about engagements that meet.</summary>
[Trait("Req", "TEN-05")]
public sealed class EngagementRace_Tests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    [Trait("Req", "ACC-02")]
    public async Task Accept_ByTwoAccountantsAtOnce_LeavesTheClientOne(TestDatabase database)
    {
        var host = (await ExportHost.StartAsync(database)).Host;
        await using var own = host;
        var (first, second) = (await FirmAsync(host, "FR53405123456"), await FirmAsync(host, "FR59512987652"));
        var (one, two) = (await AskAsync(host, first), await AskAsync(host, second));
        await RaceAsync(database, host, s => AcceptAsync(s, one), first, s => AcceptAsync(s, two), second);
        (await StatesAsync(host)).ShouldBe([(one, EngagementState.Ended), (two, EngagementState.Accepted)], ignoreOrder: true, customMessage: "the later ends the earlier");
    }

    [Theory, Databases]
    public async Task Accept_WhileTheClientEnds_LeavesItEnded(TestDatabase database)
    {
        var host = (await ExportHost.StartAsync(database)).Host;
        await using var own = host;
        var firm = await FirmAsync(host, "FR53405123456");
        var id = await AskAsync(host, firm);
        var client = await host.CompanyAsync("lefevre");
        await Should.ThrowAsync<Exception>(() => RaceAsync(
            database, host, s => s.GetRequiredService<IEngagementAppService>().EndAsync(id, Cancelled), client, s => AcceptAsync(s, id), firm));
        (await StatesAsync(host)).ShouldBe([(id, EngagementState.Ended)]);
        (await host.CountAsync(client, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Engagement.Accepted'")).ShouldBe(0, "nor does the trail say so");
    }

    // The second comes when the first has done everything but commit.
    private static async Task RaceAsync(TestDatabase database, TestHost host, Func<IServiceProvider, Task> first, TenantInfo firstIn, Func<IServiceProvider, Task> second, TenantInfo secondIn)
    {
        var (done, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (amelie, awa) = (await host.PersonAsync("amelie"), await host.PersonAsync("awa"));
        var earlier = Task.Run(() => host.RunAsync(firstIn, firstIn.Slug == "lefevre" ? amelie : awa, async s =>
        {
            await first(s);
            done.SetResult();
            await commit.Task;
        }));
        await await Task.WhenAny(done.Task, earlier);
        var later = Task.Run(() => host.RunAsync(secondIn, awa, second));
        // SQLite has one writer: there nothing happens until the earlier is through.
        if (database == TestDatabase.PostgreSql)
            await ClosingHost.EventuallyAsync(async () => later.IsCompleted || await host.CountAsync(null, "pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()") > 0);
        commit.SetResult();
        await earlier;
        await later;
    }

    private static async Task<TenantInfo> FirmAsync(TestHost host, string vatNumber) => await host.CompanyAsync(await Founding_Tests.FoundAsync(
        host, await host.PersonAsync("awa"), Founding_Tests.Input() with { TenantType = TenantTypes.Accountant, VatNumber = vatNumber }));

    private static async Task<Guid> AskAsync(TestHost host, TenantInfo firm) => (await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"), s =>
        s.GetRequiredService<IEngagementAppService>().RequestAsync(new RequestEngagementDto("accounting", firm.Id), Cancelled))).Id;

    private static Task AcceptAsync(IServiceProvider services, Guid id) => services.GetRequiredService<IClientAppService>().AcceptAsync(id, Cancelled);

    private static async Task<IEnumerable<(Guid, EngagementState)>> StatesAsync(TestHost host) => (await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"), s =>
        s.GetRequiredService<IEngagementAppService>().GetListAsync(Cancelled))).Select(e => (e.Id, e.State));
}
