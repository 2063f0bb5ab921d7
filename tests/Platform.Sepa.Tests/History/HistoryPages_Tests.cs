using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Filters in the address, sums below the list, the list printed and exported.</summary>
[Trait("Req", "SEP-12")]
public sealed class HistoryPages_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";

    [Theory]
    [InlineData("remittances")]
    [InlineData("collections")]
    public async Task List_WithFilters_KeepsThemInItsFieldsItsPrintAndItsExport(string list)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(TestDatabase.Sqlite), Bookkeeper);
        var page = await browser.OpenAsync($"/t/lefevre/{list}?status=all&from=2020-01-31&min=0.01&max=999999.5");
        page.QuerySelector<IHtmlInputElement>("[name=from]")!.Value.ShouldBe("2020-01-31");
        page.QuerySelector<IHtmlInputElement>("[name=max]")!.Value.ShouldBe("999999.5");
        page.QuerySelector("tfoot .p-money").ShouldNotBeNull();
        var print = page.QuerySelector<IHtmlAnchorElement>($"a[href*='/{list}/list?']")!.GetAttribute("href")!;
        print.ShouldContain("from=2020-01-31");
        var printed = await browser.OpenAsync(print);
        printed.QuerySelector("tfoot .p-money")!.TextContent.ShouldBe(page.QuerySelector("tfoot .p-money")!.TextContent);
        printed.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(page.QuerySelectorAll("tbody tr").Length);
        using var export = await browser.GetAsync(page.QuerySelector<IHtmlAnchorElement>($"a[href*='/{list}/list/csv?']")!.GetAttribute("href")!);
        export.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await browser.OpenAsync($"/t/lefevre/{list}?status=all&min=999999998")).QuerySelector(".p-empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task Lists_OverTheApi_TakeTheSameFilters()
    {
        using var client = (await hosts.GetAsync(TestDatabase.Sqlite)).CreateClient(DemoPeople.Token("camille"));
        foreach (var path in new[] { "remittances/total?stage=Draft&from=2020-01-31&maxAmount=5", "remittances?scheme=B2b&minAmount=1", "remittances/list.csv?scheme=Core", "collections?from=2020-01-31", "collections/list.csv?minAmount=1" })
        {
            using var answer = await client.GetAsync(new Uri($"/api/t/lefevre/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        using var wrong = await client.GetAsync(new Uri("/api/t/lefevre/remittances?from=yesterday", UriKind.Relative), TestContext.Current.CancellationToken);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Remittance_Printed_ListsItsOrdersWithMaskedAccounts()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync("victor"));
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "800001").Value });
        var mandate = await company.AddMandateAsync("PRINT-1", m => m with { CreditorAccountId = account.Id });
        for (var i = 0; i < 3; i++)
            await company.AddCollectionAsync(mandate.Id, 10m + i);
        var draft = await company.CreateRemittanceAsync(account.Id);
        var page = await browser.OpenAsync($"/t/lefevre/remittances/{draft.Id}/print");
        page.QuerySelectorAll("h2 ~ table tbody tr").Length.ShouldBe(3);
        page.QuerySelector("h2 ~ table .p-iban")!.TextContent.ShouldContain("••••");
        page.QuerySelector("tfoot")!.TextContent.ShouldContain("€33.00");
    }
}
