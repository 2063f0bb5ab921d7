using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Audit.Tests;

[Trait("Req", "AUD-02")]
public sealed class TrailPage_Tests(TestHosts hosts)
{
    private const string Amelie = "amelie@lefevre.example";

    [Theory, Databases]
    public async Task Trail_HistoryOfARecord_ShowsItInWordsAndOpensTheEntry(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var nova = await host.CompanyAsync("nova");
        using var client = await host.SignInAsync(Amelie, "fr");
        var page = await OpenAsync(client, $"/t/nova/audit?entityType=Company&entityId={nova.Id}&act=Created");
        page.QuerySelector(".p-bulk-bar")!.TextContent.ShouldContain("Historique d’un objet : Entreprise");
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Création");
        var entry = await OpenAsync(client, row.QuerySelector("a")!.GetAttribute("href")!);
        entry.QuerySelectorAll(".p-audit-changes th[scope=row]").Select(e => e.TextContent).ShouldContain("Raison sociale");
        entry.QuerySelector(".p-audit-changes")!.TextContent.ShouldContain("Atelier Nova SRL");
    }

    [Theory, Databases]
    public async Task Trail_MoreThanAPage_LinksOnAndBackWithItsConditions(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync(Amelie));
        var mark = Guid.CreateVersion7().ToString();
        await host.RunAsync(nova, amelie, s =>
        {
            for (var i = 0; i < 51; i++)
                s.GetRequiredService<IAuditLog>().Add("Test.Act", "Mark", mark);
            return Task.CompletedTask;
        });
        using var client = await host.SignInAsync(Amelie);
        var first = await OpenAsync(client, $"/t/nova/audit?entityId={mark}");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        var second = await OpenAsync(client, first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
        second.QuerySelectorAll(".p-bulk-bar a").Select(a => a.GetAttribute("href")).ShouldContain($"/t/nova/audit?entityId={mark}");
    }

    [Fact]
    public async Task Trail_PeriodTheWrongWayRound_SaysSo()
    {
        using var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Amelie);
        var page = await OpenAsync(client, "/t/nova/audit?from=2026-02-01&to=2026-01-01");
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("The period must end after it begins.");
    }

    [Fact]
    public async Task Trail_Htmx_GetsTheTableOnly()
    {
        using var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Amelie);
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        client.DefaultRequestHeaders.Add("HX-Target", "audit-list");
        var page = await client.GetStringAsync(new Uri("/t/nova/audit", UriKind.Relative), TestContext.Current.CancellationToken);
        page.ShouldContain("<tbody>");
        page.ShouldNotContain("<html");
    }

    [Fact]
    [Trait("Req", "IDN-09")]
    public async Task Trail_WithoutThePermission_IsForbiddenOnPageEntryAndApi()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var pages = await host.SignInAsync("camille@lefevre.example");
        using var api = host.CreateClient(DemoPeople.Token("camille@lefevre.example"));
        foreach (var (client, path) in new[] { (pages, "/t/lefevre/audit"), (pages, $"/t/lefevre/audit/{Guid.CreateVersion7()}"), (api, "/api/t/lefevre/audit") })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static async Task<IDocument> OpenAsync(HttpClient client, string path)
    {
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
