using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Audit.Tests;

/// <summary>What no company owns is read in the operator's company, and nowhere else.</summary>
[Trait("Req", "AUD-02")]
public sealed class InstallationTrail_Tests(TestHosts hosts)
{
    private const string Amelie = "amelie@lefevre.example";

    [Theory, Databases]
    public async Task Trail_OperatorsCompany_HoldsWhatNoCompanyOwns(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var mark = await MarkAsync(host);
        using var amelie = await TestBrowser.SignInAsync(host, Amelie);
        (await amelie.OpenAsync("/t/lefevre/audit")).QuerySelector("a[href='/t/lefevre/audit?installation=true']").ShouldNotBeNull();
        (await amelie.OpenAsync($"/t/lefevre/audit?entityId={mark}")).QuerySelectorAll("tbody tr").ShouldBeEmpty("it is not the company's");
        var page = await amelie.OpenAsync($"/t/lefevre/audit?installation=true&entityId={mark}");
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        page.QuerySelector("form [name=installation]")!.GetAttribute("value").ShouldBe("true", "a filter stays in this trail");
        page.QuerySelector(".p-bulk-bar a")!.GetAttribute("href").ShouldBe("/t/lefevre/audit?installation=true");
        var entry = await amelie.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        entry.QuerySelector("dl a")!.GetAttribute("href")!.ShouldContain("installation=true");
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Trail_AnyOtherCompanyOrPerson_IsRefused(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        using var amelie = await TestBrowser.SignInAsync(host, Amelie);
        (await amelie.OpenAsync("/t/nova/audit")).QuerySelector("a[href*='installation']").ShouldBeNull();
        using var page = await amelie.GetAsync("/t/nova/audit?installation=true");
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        foreach (var path in new[] { "", $"/{Guid.CreateVersion7()}" })
        {
            using var answer = await client.GetAsync(new Uri($"/api/t/nova/audit{path}?installation=true", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static async Task<string> MarkAsync(TestHost host)
    {
        var mark = Guid.CreateVersion7().ToString();
        await host.RunAsync(null, null, s =>
        {
            s.GetRequiredService<IAuditLog>().Add("Test.Act", "Mark", mark);
            return Task.CompletedTask;
        });
        return mark;
    }
}
