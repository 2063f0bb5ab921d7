using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Accounting.Tests;

[Trait("Req", "ACC-09")]
public sealed class InvoicePages_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Page_OfAnInvoice_ShowsItAndPreparesItsPayment(TestDatabase database)
    {
        var (inbox, browser) = await OpenAsync(database);
        var path = await PathAsync(inbox, InvoiceInbox.Sample("ubl-invoice.xml", "PAGE-1"));
        var main = (await browser.OpenAsync(path)).QuerySelector("main")!;
        main.TextContent.Replace('\u00a0', ' ').ShouldSatisfyAllConditions(
            t => t.ShouldContain("Moulin de la Vanne SAS"), t => t.ShouldContain("PAGE-1"), t => t.ShouldContain("€1,000.00"), t => t.ShouldContain("FR76 3000 6000"),
            t => t.ShouldContain("Farine T65"), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
        main.QuerySelectorAll(".p-alert").ShouldBeEmpty();
        using var prepared = await browser.SubmitAsync(path, "main form");
        prepared.Headers.Location!.OriginalString.ShouldEndWith(path);
        var after = await browser.OpenAsync(path);
        after.QuerySelector("main form").ShouldBeNull();
        after.QuerySelector("main .p-alert")!.TextContent.ShouldContain("already prepared");
    }

    [Fact]
    public async Task Page_OfWrongSums_TellsWhereInWords()
    {
        var (inbox, browser) = await OpenAsync(TestDatabase.Sqlite);
        var page = await browser.OpenAsync(await PathAsync(inbox, Samples.Text("ubl-wrong-sums.xml")));
        var alerts = page.QuerySelectorAll("main .p-alert").Select(a => a.TextContent.Replace('\u00a0', ' ')).ToList();
        alerts[0].ShouldSatisfyAllConditions(t => t.ShouldContain("€951.00"), t => t.ShouldContain("€950.00"), t => t.ShouldContain("BR-CO-10"), t => t.ShouldContain("BT-84"));
        alerts[1].ShouldContain("due date");
        page.QuerySelector("main form").ShouldBeNull("its account is none");
    }

    [Fact]
    public async Task Page_OfABrokenOrOtherDocument_SaysSo()
    {
        var (inbox, browser) = await OpenAsync(TestDatabase.Sqlite);
        var broken = await browser.OpenAsync(await PathAsync(inbox, Samples.Text("cii-invoice.xml")[..3000]));
        broken.QuerySelector("main [role=alert].p-alert")!.TextContent.ShouldContain("breaks off");
        (await browser.OpenAsync(await PathAsync(inbox, "<note/>"))).QuerySelector("main")!.TextContent.ShouldContain("not an e-invoice");
    }

    [Fact]
    public async Task Page_InFrench_HasNoEnglishAndNoKeys()
    {
        var inbox = await InvoiceInbox.OpenAsync(await hosts.GetAsync(TestDatabase.Sqlite));
        using var client = await inbox.Host.SignInAsync(DemoPeople.Email(InvoiceInbox.Bookkeeper), "fr");
        using var answer = await client.GetAsync(new Uri(await PathAsync(inbox, Samples.Text("ubl-credit-note.xml")), UriKind.Relative), TestContext.Current.CancellationToken);
        (await TestBrowser.ReadAsync(answer)).QuerySelector("main")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("Avoir"), t => t.ShouldContain("Montant à payer"), t => t.ShouldContain("120,00"), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
    }

    [Fact]
    public async Task PageAndApi_OfAnotherCompanysDocument_DoNotExist()
    {
        var (inbox, _) = await OpenAsync(TestDatabase.Sqlite);
        var id = await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "OTHER-1"));
        using var browser = await TestBrowser.SignInAsync(inbox.Host, DemoPeople.Email("amelie"));
        using var page = await browser.GetAsync($"/t/nova/inbox/{id}/invoice");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var client = inbox.Host.CreateClient(DemoPeople.Token("amelie"));
        using var got = await client.GetAsync(new Uri($"/api/t/nova/documents/{id}/invoice", UriKind.Relative), TestContext.Current.CancellationToken);
        using var posted = await client.PostAsync(new Uri($"/api/t/nova/documents/{id}/invoice/payment", UriKind.Relative), null, TestContext.Current.CancellationToken);
        (got.StatusCode, posted.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
    }

    [Theory, Databases]
    public async Task Api_OfAnInvoice_GivesItPreparesItAndRefusesTheSecond(TestDatabase database)
    {
        var (inbox, _) = await OpenAsync(database);
        var path = $"/api/t/lefevre/documents/{await inbox.AddAsync(InvoiceInbox.Sample("ubl-invoice.xml", "API-1"))}/invoice";
        using var client = inbox.Host.CreateClient(DemoPeople.Token(InvoiceInbox.Bookkeeper));
        var read = await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        read.GetProperty("invoice").GetProperty("seller").GetProperty("vatNumber").GetString().ShouldBe("FR96552100554");
        using var prepared = await client.PostAsync(new Uri($"{path}/payment", UriKind.Relative), null, TestContext.Current.CancellationToken);
        prepared.StatusCode.ShouldBe(HttpStatusCode.Created);
        var transfer = await client.GetFromJsonAsync<JsonElement>(prepared.Headers.Location, TestContext.Current.CancellationToken);
        transfer.GetProperty("invoiceNumber").GetString().ShouldBe("API-1");
        using var second = await client.PostAsync(new Uri($"{path}/payment", UriKind.Relative), null, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(AccountingErrorCodes.EInvoicePaymentExists);
        using var none = await client.GetAsync(new Uri($"/api/t/lefevre/documents/{await inbox.AddAsync("<note/>")}/invoice", UriKind.Relative), TestContext.Current.CancellationToken);
        none.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<(InvoiceInbox Inbox, TestBrowser Browser)> OpenAsync(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        return (await InvoiceInbox.OpenAsync(host), await TestBrowser.SignInAsync(host, DemoPeople.Email(InvoiceInbox.Bookkeeper)));
    }

    private static async Task<string> PathAsync(InvoiceInbox inbox, string xml) => $"/t/lefevre/inbox/{await inbox.AddAsync(xml)}/invoice";
}
