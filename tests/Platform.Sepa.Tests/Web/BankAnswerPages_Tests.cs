using System.Net;
using AngleSharp.Dom;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
public sealed class BankAnswerPages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/bank-answers";

    [Theory, Databases]
    public async Task Upload_Answer_LeadsToItsPageAndRefusesIt(TestDatabase database)
    {
        var client = await (await hosts.GetAsync(database)).SignInAsync("camille@lefevre.example");
        using var uploaded = await UploadAsync(client, AnswerTexts.Status("RJCT", $"PAGE-{Guid.CreateVersion7():N}"[..30], "PAGE-UNKNOWN", "AC04"));
        uploaded.StatusCode.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.SeeOther);
        var path = uploaded.Headers.Location!.ToString();
        path.ShouldStartWith($"{Root}/");
        var page = await SepaPages_Tests.OpenAsync(client, path["/t/lefevre/".Length..]);
        page.QuerySelector("[data-count=unmatched]")!.TextContent.ShouldBe("1");
        page.QuerySelector("[data-code=AC04]")!.TextContent.ShouldContain("account is closed");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Upload_Broken_NamesElementAndLineBesideTheField(TestDatabase database)
    {
        var client = await (await hosts.GetAsync(database)).SignInAsync("camille@lefevre.example");
        using var refused = await UploadAsync(client, AnswerTexts.Returns().Replace("2026-11-30</Dt>", "yesterday</Dt>"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var text = (await SepaPages_Tests.ParseAsync(refused)).GetElementById("Upload-error")!.TextContent;
        text.ShouldContain("Document/BkToCstmrStmt/Stmt/Ntry/BookgDt/Dt");
        text.ShouldContain("Line 3");
    }

    [Theory, Databases]
    public async Task Validator_SeesAnswersAndUploadsNone(TestDatabase database)
    {
        var client = await (await hosts.GetAsync(database)).SignInAsync("victor@lefevre.example");
        var page = await SepaPages_Tests.OpenAsync(client, "bank-answers");
        page.QuerySelector("#upload-card").ShouldBeNull();
        page.QuerySelectorAll("#answer-list tbody tr").Length.ShouldBeGreaterThan(0);
    }

    [Theory, Databases]
    public async Task Collections_RejectedOrder_IsCollectedAgainOnce(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), "camille@lefevre.example");
        const string Page = "/t/lefevre/collections?bank=Rejected";
        // The demonstration's own: other tests have orders rejected in the same company.
        const string Row = "#collection-list tr:has([data-code=AC04])";
        (await browser.OpenAsync(Page)).QuerySelectorAll(Row).ShouldHaveSingleItem().QuerySelector("form").ShouldNotBeNull();
        using var again = await browser.SubmitAsync(Page, $"{Row} form[action*=Again]");
        (await browser.OpenAsync(Page)).QuerySelectorAll(Row).ShouldHaveSingleItem().QuerySelector("form").ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Settings_SavedOnThePage_AreShownThere(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), "camille@lefevre.example");
        const string Page = $"{Root}/settings";
        (await browser.OpenAsync(Page)).QuerySelectorAll("input[name=Reasons][checked]").Length.ShouldBe(2);
        using var saved = await browser.SubmitAsync(Page, "form[data-p-dirty]", ("Reasons", "AC04"));
        (await browser.OpenAsync(Page)).QuerySelectorAll("input[name=Reasons][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["AC04"]);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string text)
    {
        var page = await SepaPages_Tests.OpenAsync(client, "bank-answers");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(text), "Upload", "answer.xml" },
        };
        return await client.PostAsync(new Uri(Root, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
