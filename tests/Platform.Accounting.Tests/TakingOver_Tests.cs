using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Tests;

/// <summary>Whoever was handed documents by mail and then joins finds them on the platform.</summary>
[Trait("Req", "ACC-06")]
public sealed class TakingOver_Tests
{
    [Theory, Databases]
    public async Task Firm_ThatJoins_FindsEarlierHandoffsInItsQueueAndAtTheClients(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        var company = new HandoffCompany(host, new TestClock(TimeProvider.System.GetUtcNow()), await host.CompanyAsync("lefevre"), await host.PersonAsync("benoit"));
        await company.BeginAsync("fr");
        var (sent, booked) = (await company.AddAsync("sent.pdf"), await company.AddAsync("booked.pdf"));
        var handoff = await company.SendAsync(sent, booked);
        var kept = await company.AddAsync("kept.pdf");
        await company.DatabaseAsync(async db => (await db.Documents.SingleAsync(d => d.Id == booked)).Book());
        await EngageAsync(host);
        var (fiducia, awa) = (await host.CompanyAsync("fiducia"), await host.PersonAsync("awa"));
        var waiting = await host.RunAsync(fiducia, awa, s => s.GetRequiredService<IQueueAppService>().GetListAsync(new QueueInput()));
        waiting.Items.Select(i => i.DocumentId).ShouldContain(sent);
        waiting.Items.Select(i => i.DocumentId).ShouldNotContain(kept, "it was not handed over");
        var done = await host.RunAsync(fiducia, awa, s => s.GetRequiredService<IQueueAppService>().GetListAsync(new QueueInput(State: DocumentState.Booked)));
        done.Items.Select(i => i.DocumentId).ShouldBe([booked]);
        using var client = host.CreateClient(DemoPeople.Token("awa"));
        var zip = await client.GetAsync(new Uri($"/api/t/lefevre/handoffs/{handoff.Head.Id}/zip", UriKind.Relative), TestContext.Current.CancellationToken);
        zip.EnsureSuccessStatusCode();
        (await client.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("/api/t/lefevre/handoffs", UriKind.Relative), TestContext.Current.CancellationToken))
            .GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    private static async Task EngageAsync(TestHost host)
    {
        var (lefevre, fiducia) = (await host.CompanyAsync("lefevre"), await host.CompanyAsync("fiducia"));
        var asked = await host.RunAsync(lefevre, await host.PersonAsync("amelie"), s =>
            s.GetRequiredService<IEngagementAppService>().RequestAsync(new RequestEngagementDto("accounting", fiducia.Id, null)));
        await host.RunAsync(fiducia, await host.PersonAsync("awa"), s => s.GetRequiredService<IClientAppService>().AcceptAsync(asked.Id));
    }
}
