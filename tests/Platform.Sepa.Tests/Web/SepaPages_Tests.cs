using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Pages without script, in both languages: they open, refuse and guide.</summary>
public sealed class SepaPages_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Validator = "victor@lefevre.example";

    [Theory]
    [InlineData("mandates", "en")]
    [InlineData("mandates", "fr")]
    [InlineData("mandates/new", "fr")]
    [InlineData("mandates?status=Active&scheme=Core&sort=Debtor&q=zzz", "en")]
    [InlineData("imports", "fr")]
    [InlineData("collections", "fr")]
    [InlineData("collections?status=all", "en")]
    [InlineData("collections?bank=Rejected", "fr")]
    [InlineData("collections?status=all&expected=true&from=2026-11-01", "fr")]
    [InlineData("transfers?status=all&expected=true&from=2026-11-01&to=2026-12-31", "fr")]
    [InlineData("cash", "fr")]
    [InlineData("cash?by=Day", "en")]
    [InlineData("cash?by=Month", "fr")]
    [InlineData("bank-answers", "en")]
    [InlineData("bank-answers", "fr")]
    [InlineData("bank-answers/settings", "fr")]
    [InlineData("bank-answers/unmatched", "fr")]
    [InlineData("bank-answers/unmatched?state=&q=zzz", "en")]
    [InlineData("creditor-accounts", "fr")]
    [InlineData("creditor-accounts/new", "en")]
    public async Task Page_Opened_HasOneHeadingAndNoRawKey(string path, string language)
    {
        var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Bookkeeper, language);
        var page = await OpenAsync(client, path);
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("main")!.TextContent.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b");
        page.QuerySelector(".validation-summary-errors").ShouldBeNull();
    }

    [Fact]
    public async Task Page_ForWhomItIsNot_IsRefused()
    {
        var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Validator);
        using var response = await client.GetAsync(Url("imports"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task NewMandate_WrongIban_SaysSoBesideTheField()
    {
        var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Bookkeeper);
        using var response = await client.PostFormAsync(
            "/t/lefevre/mandates/new", ("Input.Reference", "PAGE-1"), ("Input.DebtorName", "Eric"), ("Input.DebtorIban", "FR7816958764260000039711135"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await ParseAsync(response);
        page.GetElementById("Input_DebtorIban-error")!.TextContent.ShouldContain("check digits");
        page.QuerySelector<IElement>("#Input_Reference")!.GetAttribute("value").ShouldBe("PAGE-1");
    }

    [Fact]
    public async Task Upload_BrokenFile_NamesItsLineBesideTheField()
    {
        var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Bookkeeper);
        var upload = await OpenAsync(client, "imports");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(upload.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Mandates"), "Kind" },
            { new StringContent(upload.QuerySelector("select[name=CreditorAccountId] option")?.GetAttribute("value") ?? ""), "CreditorAccountId" },
            { new StringContent("mandate_reference;iban\nM;\"FR\n"), "Upload", "broken.csv" },
        };
        using var response = await client.PostAsync(Url("imports"), form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ParseAsync(response)).GetElementById("Upload-error")!.TextContent.ShouldContain("Line 2");
    }

    [Fact]
    public async Task Upload_TooLarge_LeadsBackWithWords()
    {
        var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Bookkeeper);
        using var body = new ByteArrayContent(new byte[ImportLimits.MaxBytes + 128 * 1024]);
        body.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        using var response = await client.PostAsync(Url("imports"), body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await OpenAsync(client, "imports")).GetElementById("Upload-error")!.TextContent.ShouldContain("64 MiB");
    }

    internal static async Task<IDocument> OpenAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(Url(path), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ParseAsync(response);
    }

    internal static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
    }

    private static Uri Url(string path) => new($"/t/lefevre/{path}", UriKind.Relative);
}
