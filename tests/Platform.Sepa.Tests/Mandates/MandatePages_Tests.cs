using System.Diagnostics;
using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Amendments, forms and signed papers as pages and over the API, in the demonstration company.</summary>
[Trait("Req", "SEP-02")]
public sealed class MandatePages_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";
    private static readonly byte[] Pdf = "%PDF-1.7 signed"u8.ToArray();

    private static int _creditors = 500_000;

    [Theory, Databases]
    public async Task Amend_OfAUsedMandate_StandsOnItsPageUntilItIsTold(TestDatabase database)
    {
        var (host, mandate) = await MandateAsync(database, issue: true);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        (await browser.OpenAsync(Path(mandate, "edit"))).QuerySelector("#Input_DebtorIban")!.GetAttribute("type").ShouldBe("hidden");
        var amend = await browser.OpenAsync(Path(mandate, "amend"));
        amend.QuerySelector("#Input_Reference")!.GetAttribute("value").ShouldBe(mandate.Reference);
        using var refused = await browser.SubmitAsync(Path(mandate, "amend"), "main form", ("Input.Reference", mandate.Reference), ("Input.DebtorIban", mandate.DebtorIban));
        (await TestBrowser.ReadAsync(refused)).GetElementById("Input_DebtorIban-error")!.TextContent.ShouldContain("Neither reference nor account");
        using var done = await browser.SubmitAsync(Path(mandate, "amend"), "main form", ("Input.Reference", $"{mandate.Reference}X"), ("Input.DebtorIban", AmendedCompany.OtherIban));
        done.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.SeeOther, HttpStatusCode.OK);
        var page = await browser.OpenAsync(Path(mandate));
        page.QuerySelector("[aria-labelledby=amendment-title]")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain($"{mandate.Reference} → {mandate.Reference}X"), t => t.Replace('\u00a0', ' ').ShouldContain("FR76 3000 2686"));
        page.QuerySelector("main")!.TextContent.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b");
    }

    [Theory, Databases]
    public async Task Form_OfAFrenchDebtor_IsInFrenchForAnEnglishReader(TestDatabase database)
    {
        Assert.SkipUnless(TestEnvironment.IsContinuousIntegration || File.Exists("/usr/bin/weasyprint"), "WeasyPrint is not installed");
        var (host, mandate) = await MandateAsync(database, change: m => m with { DebtorName = "Eve <b>", Scheme = SddScheme.Core });
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var page = await browser.OpenAsync(Path(mandate, "form"));
        page.QuerySelector("main [lang='fr-FR']")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("Mandat de prélèvement SEPA"), t => t.ShouldContain("8 semaines"), t => t.ShouldContain("Eve <b>"), t => t.ShouldContain("Lieu et date"));
        page.QuerySelector("nav")!.TextContent.ShouldContain("Back");
        using var pdf = await browser.GetAsync(Path(mandate, "form/pdf"));
        pdf.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"mandate-{mandate.Reference}.pdf");
        (await TextAsync(pdf)).ShouldSatisfyAllConditions(t => t.ShouldContain("8 semaines"), t => t.ShouldContain(mandate.Reference), t => t.ShouldContain("Eve <b>"));
    }

    [Theory, Databases]
    public async Task Form_OfB2bInEnglish_KnowsNoRefund(TestDatabase database)
    {
        var (host, mandate) = await MandateAsync(database, change: m => m with { Language = "en", Scheme = SddScheme.B2b });
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        (await browser.OpenAsync(Path(mandate, "form"))).QuerySelector("main")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("Business-to-Business"), t => t.ShouldContain("not entitled to a refund"), t => t.ShouldNotContain("8 weeks"), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
    }

    [Fact]
    public async Task Form_WithoutWeasyPrint_SaysSoAndThePageIsStillThere()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: new Dictionary<string, string> { ["Pdf:Program"] = "/nowhere/weasyprint" }));
        var mandate = await MandateAsync(host);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        using var refused = await browser.GetAsync(Path(mandate, "form/pdf"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await TestBrowser.ReadAsync(refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("WeasyPrint");
        page.QuerySelector("main")!.TextContent.ShouldContain(mandate.Reference);
    }

    [Theory, Databases]
    public async Task Document_Uploaded_IsHandedOutAsADownload(TestDatabase database)
    {
        var (host, mandate) = await MandateAsync(database);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        using var wrong = await browser.UploadAsync(Path(mandate, "documents"), "#upload", new Dictionary<string, byte[]> { ["Upload"] = "<html>"u8.ToArray() });
        (await TestBrowser.ReadAsync(wrong)).GetElementById("Upload-error")!.TextContent.ShouldContain("neither PDF, PNG nor JPEG");
        using var kept = await browser.UploadAsync(Path(mandate, "documents"), "#upload", new Dictionary<string, byte[]> { ["Upload"] = Pdf });
        var page = await browser.OpenAsync(Path(mandate, "documents"));
        var link = page.QuerySelector("main a[href*='/documents/']")!.GetAttribute("href")!;
        page.QuerySelector("main")!.TextContent.ShouldContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)));
        using var file = await browser.GetAsync(link);
        file.Content.Headers.ContentDisposition!.ShouldSatisfyAllConditions(d => d.DispositionType.ShouldBe("attachment"), d => d.FileName.ShouldBe("file.pdf"));
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Pdf);
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        using var answer = await client.GetAsync(new Uri($"/api{link}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        using var removed = await client.DeleteAsync(new Uri($"/api{link}", UriKind.Relative), TestContext.Current.CancellationToken);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.OpenAsync(Path(mandate, "documents"))).QuerySelector("main a[href*='/documents/']").ShouldBeNull();
    }

    [Fact]
    public async Task Document_TooLarge_IsSaidBeforeTheBytesCome()
    {
        var (host, mandate) = await MandateAsync(TestDatabase.Sqlite);
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        using var body = new ByteArrayContent(new byte[MandateDocumentLimits.MaxBytes + 128 * 1024]);
        using var answer = await client.PostAsync(new Uri($"/api{Path(mandate, "documents")}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("amend")]
    [InlineData("documents")]
    [InlineData("form")]
    public async Task Pages_OfAnotherCompany_DoNotExist(string page)
    {
        var (host, mandate) = await MandateAsync(TestDatabase.Sqlite);
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        using var answer = await browser.GetAsync($"/t/nova/mandates/{mandate.Id}/{page}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Path(MandateDto mandate, string page = "") => $"/t/lefevre/mandates/{mandate.Id}/{page}".TrimEnd('/');

    private async Task<(TestHost Host, MandateDto Mandate)> MandateAsync(TestDatabase database, bool issue = false, Func<SaveMandateDto, SaveMandateDto>? change = null)
    {
        var host = await hosts.GetAsync(database);
        return (host, await MandateAsync(host, issue, change));
    }

    private static async Task<MandateDto> MandateAsync(TestHost host, bool issue = false, Func<SaveMandateDto, SaveMandateDto>? change = null)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync("victor"));
        var creditor = CreditorIdentifier.Create("FR", "ZZZ", $"{Interlocked.Increment(ref _creditors)}").Value;
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = creditor });
        var mandate = await company.AddMandateAsync($"F-{Guid.CreateVersion7():N}"[..30], m => (change ?? (x => x))(m with { CreditorAccountId = account.Id }));
        if (!issue)
            return mandate;
        await company.AddCollectionAsync(mandate.Id, 12.34m);
        await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id)));
        return await company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(mandate.Id));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await answer.Content.CopyToAsync(process.StandardInput.BaseStream, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await text;
    }
}
