using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The pages of a demonstration company without script. Each test has a creditor of its own, so that "all orders" are its orders.</summary>
public sealed class RemittancePages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/remittances";
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Validator = "victor@lefevre.example";
    private const string Administrator = "amelie@lefevre.example";

    private static int _creditors = 200_000;

    [Theory, Databases]
    [Trait("Req", "SEP-05")]
    public async Task New_SentTwice_MakesOneRemittanceAndTheSecondFindsNothing(TestDatabase database)
    {
        var (host, account, _) = await OrderAsync(database);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var id = $"{Guid.CreateVersion7()}";
        var first = await MakeAsync(browser, id, account);
        var second = await MakeAsync(browser, id, account);
        PathOf(first).ShouldBe($"{Root}/{id}");
        PathOf(second).ShouldBe(PathOf(first));
        using var refused = await MakeAsync(browser, $"{Guid.CreateVersion7()}", account);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector(".validation-summary-errors")!.TextContent.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory, Databases]
    [Trait("Req", "SEP-08")]
    public async Task Submitted_ShownToThePreparer_ExplainsInsteadOfOfferingTheApproval(TestDatabase database)
    {
        var (host, account, _) = await OrderAsync(database);
        using var administrator = await TestBrowser.SignInAsync(host, Administrator);
        var page = await SubmitAsync(administrator, account);
        var own = await administrator.OpenAsync(page);
        own.QuerySelector(Form("Approve")).ShouldBeNull();
        own.QuerySelector("#review-title").ShouldNotBeNull();
        own.QuerySelector(Form("Withdraw")).ShouldNotBeNull();
        using var validator = await TestBrowser.SignInAsync(host, Validator);
        (await validator.OpenAsync(page)).QuerySelector(Form("Approve")).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "SEP-06")]
    public async Task Approved_Downloaded_IsTheFileWhoseHashThePageShows(TestDatabase database)
    {
        var (host, account, _) = await OrderAsync(database);
        using var bookkeeper = await TestBrowser.SignInAsync(host, Bookkeeper);
        var page = await SubmitAsync(bookkeeper, account);
        (await bookkeeper.GetAsync($"{page}/file")).IsSuccessStatusCode.ShouldBeFalse();
        using var validator = await TestBrowser.SignInAsync(host, Validator);
        using var refused = await validator.SubmitAsync(page, Form("Reject"), ("Reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("#Reason-error").ShouldNotBeNull();
        using var approved = await validator.SubmitAsync(page, Form("Approve"));
        PathOf(approved).ShouldBe(page);
        using var file = await bookkeeper.GetAsync($"{page}/file");
        (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/xml", "attachment"));
        var shown = (await validator.OpenAsync(page)).QuerySelector(".s-hash code")!.TextContent;
        Convert.ToHexStringLower(SHA256.HashData(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))).ShouldBe(shown);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-10")]
    public async Task Approved_HandedOver_OffersThePackageAndNoSecondTime(TestDatabase database)
    {
        var (host, account, _) = await OrderAsync(database);
        using var bookkeeper = await TestBrowser.SignInAsync(host, Bookkeeper);
        var page = await SubmitAsync(bookkeeper, account);
        (await bookkeeper.OpenAsync(page)).QuerySelector(Form("HandOver")).ShouldBeNull();
        using var validator = await TestBrowser.SignInAsync(host, Validator);
        using (var approved = await validator.SubmitAsync(page, Form("Approve")))
            PathOf(approved).ShouldBe(page);
        using (var unknown = await bookkeeper.SubmitAsync(page, Form("HandOver"), ("Channel", "Pigeon")))
            (await TestBrowser.ReadAsync(unknown)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Pigeon");
        using (var done = await bookkeeper.SubmitAsync(page, Form("HandOver")))
            PathOf(done).ShouldBe(page);
        var after = await validator.OpenAsync(page);
        after.QuerySelector(Form("HandOver")).ShouldBeNull();
        after.QuerySelector("a[href$='/package']").ShouldNotBeNull();
        using var package = await validator.GetAsync($"{page}/package");
        package.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
    }

    [Theory, Databases]
    [Trait("Req", "SEP-05")]
    public async Task Draft_OfASuspendedMandate_NamesTheErrorBesideTheOrderAndLetsItBeTakenOut(TestDatabase database)
    {
        var (host, account, company) = await OrderAsync(database);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var page = PathOf(await MakeAsync(browser, $"{Guid.CreateVersion7()}", account));
        var order = (await company.RemittancesAsync(s => s.GetLinesAsync(Guid.Parse(page[(page.LastIndexOf('/') + 1)..]), new GetRemittanceLinesInput()))).Items[0];
        var mandate = await company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(order.MandateId!.Value));
        await company.RunAsync<IMandateAppService, MandateDto>(s => s.SuspendAsync(mandate.Id, "Closed account", mandate.ConcurrencyStamp));
        using var checkedAgain = await browser.SubmitAsync(page, Form("Check"));
        var wrong = await browser.OpenAsync($"{page}?severity=Error");
        wrong.QuerySelector($"[data-code='{SepaErrorCodes.MandateNotActive}']").ShouldNotBeNull();
        wrong.QuerySelector(Form("Submit")).ShouldBeNull();
        using var removed = await browser.SubmitAsync($"{page}?severity=Error", Form("Remove&line"));
        (await browser.OpenAsync($"{page}?severity=Error")).QuerySelector("[data-code]").ShouldBeNull();
    }

    private static string Form(string handler) => $"form[action*='handler={handler}']";

    private static string PathOf(HttpResponseMessage response) =>
        (response.Headers.Location is { } next ? next.OriginalString : response.RequestMessage!.RequestUri!.AbsolutePath).Split('?')[0];

    private static Task<HttpResponseMessage> MakeAsync(TestBrowser browser, string id, Guid account) => browser.SubmitAsync(
        $"{Root}/new", "form[action$='remittances/new']",
        ("Input.Id", id), ("Input.CreditorAccountId", $"{account}"), ("Input.Scheme", "Core"), ("Input.Choice", "All"));

    private static async Task<string> SubmitAsync(TestBrowser browser, Guid account)
    {
        var page = PathOf(await MakeAsync(browser, $"{Guid.CreateVersion7()}", account));
        if ((await browser.OpenAsync(page)).QuerySelector(Form("Acknowledge")) is IHtmlFormElement)
            await browser.SubmitAsync(page, Form("Acknowledge"));
        using var submitted = await browser.SubmitAsync(page, Form("Submit"));
        return page;
    }

    private async Task<(TestHost Host, Guid Account, SepaCompany Company)> OrderAsync(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync(Validator));
        var creditor = CreditorIdentifier.Create("FR", "ZZZ", $"{Interlocked.Increment(ref _creditors)}").Value;
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = creditor });
        var mandate = await company.AddMandateAsync($"P-{Guid.CreateVersion7():N}"[..30], m => m with { CreditorAccountId = account.Id });
        await company.AddCollectionAsync(mandate.Id, 12.34m);
        return (host, account.Id, company);
    }
}
