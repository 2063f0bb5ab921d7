using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Payment files, workbooks and undoing over the pages and the API, in a demonstration company.</summary>
[Trait("Req", "SEP-04")]
public sealed class ImportPages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/imports";
    private const string Form = "form[enctype]";
    private const string Bookkeeper = "camille@lefevre.example";

    [Theory, Databases]
    public async Task Upload_PaymentFile_IsPreviewedCorrectedConfirmedAndUndone(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        var reference = Unique();
        var page = await UploadAsync(browser, PaymentFiles.Credits(PaymentFiles.Credit1(reference, iban: "DE89370400440532013001")));
        var preview = await browser.OpenAsync(page);
        preview.QuerySelector("#import-summary")!.TextContent.ShouldContain("pain.001 (transfers)");
        preview.QuerySelector(".s-finding strong")!.TextContent.ShouldBe("Order 1, PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN:");
        preview.QuerySelector("form[action*='handler=Reread']").ShouldBeNull();
        using (var corrected = await browser.SubmitAsync(page, "form[action*='handler=Correct']", ("Values[CreditorIban]", "DE89370400440532013000")))
            corrected.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var confirmed = await browser.SubmitAsync(page, "form[action*='handler=Confirm']"))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync($"/t/lefevre/transfers?q={reference}")).QuerySelectorAll("#transfer-list tbody tr").Length.ShouldBe(1);
        using (var undone = await browser.SubmitAsync(page, "form[action*='handler=Undo']"))
            undone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await browser.OpenAsync(page);
        after.QuerySelector("#import-summary")!.TextContent.ShouldContain("Undone by");
        after.QuerySelector("form[action*='handler=Undo']").ShouldBeNull();
        (await browser.OpenAsync($"/t/lefevre/transfers?q={reference}")).QuerySelector("#transfer-list tbody").ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Undo_OfWhatIsUsed_SaysWhichRowsAndChangesNothing(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        var reference = Unique();
        var page = await UploadAsync(browser, PaymentFiles.Credits(PaymentFiles.Credit1(reference)));
        using (var confirmed = await browser.SubmitAsync(page, "form[action*='handler=Confirm']"))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var taken = await browser.SubmitAsync($"/t/lefevre/transfers?q={reference}", "form[action*='handler=Cancel']"))
            taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await browser.SubmitAsync(page, "form[action*='handler=Undo']");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("#import-summary [role=alert]")!.TextContent.ShouldContain($"1 ({reference})");
    }

    [Theory, Databases]
    public async Task Upload_Debits_OfferTheirMandates(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        var page = await UploadAsync(browser, PaymentFiles.Debits(PaymentFiles.Debit1(Unique(), Unique())));
        using var offered = await browser.SubmitAsync(page, "form[action*='handler=Mandates']");
        offered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var mandates = await browser.OpenAsync(offered.Headers.Location!.OriginalString);
        mandates.QuerySelector("[data-count=valid]")!.TextContent.ShouldBe("1");
        mandates.QuerySelector("form[action*='handler=Mandates']").ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Upload_OfOtherTotals_SaysTheElementBesideTheField(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        using var refused = await SendAsync(browser, Encoding.UTF8.GetBytes(PaymentFiles.Credits(PaymentFiles.Credit1(), sum: "1")));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).GetElementById("Upload-error")!.TextContent.ShouldContain("GrpHdr/CtrlSum: the stated sum is not the sum of the orders (1 ≠ 12.34)");
    }

    [Theory, Databases]
    public async Task Upload_Workbook_AsksForColumnsButNotHowTextIsWritten(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        using var sent = await SendAsync(browser, XlsxFiles.Sheet(XlsxFiles.Texts("a", "b"), XlsxFiles.Texts("1", "2")), "Transfers");
        var page = await browser.OpenAsync(sent.Headers.Location!.OriginalString);
        page.QuerySelector("[name='Reading.DecimalSign']").ShouldNotBeNull();
        page.QuerySelector("[name='Reading.Delimiter']").ShouldBeNull();
        using var reread = await browser.SubmitAsync(
            sent.Headers.Location!.OriginalString, "form[action*='handler=Reread']", ("Reading.Columns[CreditorName]", "0"), ("Reading.Columns[Amount]", "1"), ("Reading.DecimalSign", "Comma"));
        reread.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Trait("Req", "OPS-05")]
    public async Task Page_InFrench_HasNoRawKey()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var path = await UploadAsync(browser, PaymentFiles.Debits(PaymentFiles.Debit1(Unique(), Unique())));
        using var french = await host.SignInAsync(Bookkeeper, "fr");
        using var response = await french.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await SepaPages_Tests.ParseAsync(response);
        page.QuerySelector(".s-finding strong")!.TextContent.ShouldBe("Ordre 1, PmtInf/DrctDbtTxInf/DrctDbtTx/MndtRltdInf/MndtId\u00a0:");
        page.QuerySelector("main")!.TextContent.ShouldContain("Importer ses mandats");
        page.QuerySelector("main")!.TextContent.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_FromUploadToUndo_NeedsNoKindAndAnswersTheSameTwice(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("camille"));
        using var body = new StringContent(PaymentFiles.Credits(PaymentFiles.Credit1(Unique())), Encoding.UTF8, "application/xml");
        var import = await JsonAsync(await client.PostAsync(Api("imports?fileName=pay.xml"), body, TestContext.Current.CancellationToken), HttpStatusCode.Created);
        (import.GetProperty("kind").GetString(), import.GetProperty("format").GetString(), import.GetProperty("fileName").GetString()).ShouldBe(("Transfers", "Pain001", "pay.xml"));
        var id = import.GetProperty("id").GetGuid();
        (await PostAsync(client, $"imports/{id}/undo", HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString().ShouldBe(SepaErrorCodes.ImportNotConfirmed);
        (await PostAsync(client, $"imports/{id}/mandates", HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString().ShouldBe(SepaErrorCodes.ImportHoldsNoMandates);
        await PostAsync(client, $"imports/{id}/confirm", HttpStatusCode.OK);
        for (var i = 0; i < 2; i++)
            (await PostAsync(client, $"imports/{id}/undo", HttpStatusCode.OK)).GetProperty("status").GetString().ShouldBe("Undone");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_CsvWithoutKind_IsRefusedByField(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("camille"));
        using var body = new StringContent("a;b\n1;2\n", Encoding.UTF8, "text/csv");
        var problem = await JsonAsync(await client.PostAsync(Api("imports"), body, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors")[0];
        (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()).ShouldBe(("Kind", SepaErrorCodes.ImportKindMissing));
    }

    private static async Task<string> UploadAsync(TestBrowser browser, string text)
    {
        using var sent = await SendAsync(browser, Encoding.UTF8.GetBytes(text));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return sent.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestBrowser browser, byte[] file, string kind = "Mandates")
    {
        // Other tests add accounts to the company.
        var account = (await browser.OpenAsync(Root)).QuerySelector("select[name=CreditorAccountId] option")?.GetAttribute("value") ?? "";
        return await browser.UploadAsync(Root, Form, new Dictionary<string, byte[]> { ["Upload"] = file }, ("Kind", kind), ("CreditorAccountId", account));
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, HttpStatusCode expected) =>
        await JsonAsync(await client.PostAsJsonAsync(Api(path), new { }, TestContext.Current.CancellationToken), expected);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(expected, text);
            return JsonDocument.Parse(text).RootElement;
        }
    }

    private static string Unique() => $"P-{Guid.CreateVersion7():N}"[..32];

    private static Uri Api(string path) => new($"/api/t/lefevre/{path}", UriKind.Relative);
}
