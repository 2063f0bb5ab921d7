using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Notes and exports of the demonstration company, as pages and over the API. Each test has a creditor and a debtor of its own.</summary>
[Trait("Req", "SEP-07")]
public sealed class NotePages_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Markup = "<img src=file:///etc/passwd onerror=x>";

    private static int _creditors = 400_000;

    [Theory, Databases]
    public async Task Note_OfADebtorWhoseNameIsMarkup_ShowsItAsText(TestDatabase database)
    {
        var (host, remittance) = await IssuedAsync(database, $"Eve {Markup}");
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var page = await browser.OpenAsync(Path(remittance, "accompanying-note"));
        page.Body!.TextContent.ShouldContain($"Title {Markup}");
        page.QuerySelector("img").ShouldBeNull();
        page.QuerySelector("a[href$='/accompanying-note/pdf']").ShouldNotBeNull();
        var home = await browser.OpenAsync(Path(remittance));
        home.QuerySelectorAll("#papers-title, a[href$='-note'], a[href*='/orders.']").Length.ShouldBe(5);
    }

    [Theory, Databases]
    public async Task Pdf_OfANote_HoldsTheFiguresInTheReadersLanguage(TestDatabase database)
    {
        NeedsPrinter();
        var (host, remittance) = await IssuedAsync(database, "Zoé Żółć");
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        using (var page = await browser.GetAsync(Path(remittance, "accompanying-note/pdf")))
        {
            page.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"{remittance.Number}-note.pdf");
            (await TextAsync(page)).ShouldSatisfyAllConditions(
                t => t.ShouldContain("Accompanying note"), t => t.ShouldContain("€1,234.56"), t => t.ShouldContain(remittance.File!.Sha256), t => t.ShouldContain(remittance.File!.MessageId),
                t => t.ShouldContain("Victor Marchand"), t => t.ShouldContain($"Title {Markup}"), t => t.ShouldContain("FR76 3000 4144"));
        }

        using var client = host.CreateClient(DemoPeople.Token("camille"));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
        using var answer = await client.GetAsync(new Uri($"/api{Path(remittance, "confirmation-note.pdf")}", UriKind.Relative), TestContext.Current.CancellationToken);
        (await TextAsync(answer)).ShouldSatisfyAllConditions(t => t.ShouldContain("Bordereau de confirmation"), t => t.ShouldContain("1 234,56 €"));
    }

    [Fact]
    public async Task Pdf_WithoutWeasyPrint_SaysWhatToDoAndThePageIsStillThere()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: new Dictionary<string, string> { ["Pdf:Program"] = "/nowhere/weasyprint" }));
        var remittance = await IssueAsync(host, "Nobody");
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        using var refused = await browser.GetAsync(Path(remittance, "accompanying-note/pdf"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await TestBrowser.ReadAsync(refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("WeasyPrint");
        page.QuerySelector("main")!.TextContent.ShouldContain(remittance.File!.Sha256);
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        using var answer = await client.GetAsync(new Uri($"/api{Path(remittance, "accompanying-note.pdf")}", UriKind.Relative), TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Platform:PdfMissing");
    }

    [Theory, Databases]
    public async Task Orders_OverPagesAndApi_AreTheSameFile(TestDatabase database)
    {
        var (host, remittance) = await IssuedAsync(database, "Otto");
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        foreach (var kind in new[] { "csv", "txt" })
        {
            using var page = await browser.GetAsync(Path(remittance, $"orders.{kind}"));
            page.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{remittance.Number}.{kind}");
            var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldContain("Otto");
            (await client.GetStringAsync(new Uri($"/api{Path(remittance, $"orders.{kind}")}", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe(text);
        }

        using var unknown = await browser.GetAsync(Path(remittance, "orders.exe"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var reader = host.CreateClient(DemoPeople.Token("sofia"));
        using var forbidden = await reader.GetAsync(new Uri($"/api{Path(remittance, "orders.csv")}", UriKind.Relative), TestContext.Current.CancellationToken);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Path(RemittanceDto remittance, string page = "") => $"/t/lefevre/remittances/{remittance.Id}/{page}".TrimEnd('/');

    private static void NeedsPrinter() =>
        Assert.SkipUnless(TestEnvironment.IsContinuousIntegration || File.Exists("/usr/bin/weasyprint"), "WeasyPrint is not installed");

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await answer.Content.CopyToAsync(process.StandardInput.BaseStream, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        // No-break spaces of either width are spaces to whoever reads.
        return (await text).Replace('\u202f', ' ').Replace('\u00a0', ' ');
    }

    private async Task<(TestHost Host, RemittanceDto Remittance)> IssuedAsync(TestDatabase database, string debtor)
    {
        var host = await hosts.GetAsync(database);
        return (host, await IssueAsync(host, debtor));
    }

    private static async Task<RemittanceDto> IssueAsync(TestHost host, string debtor)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync("victor"));
        var creditor = CreditorIdentifier.Create("FR", "ZZZ", $"{Interlocked.Increment(ref _creditors)}").Value;
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = creditor });
        var mandate = await company.AddMandateAsync($"P-{Guid.CreateVersion7():N}"[..30], m => m with { CreditorAccountId = account.Id, DebtorName = debtor });
        await company.AddCollectionAsync(mandate.Id, 1234.56m);
        var draft = await company.RemittancesAsync(s => s.CreateAsync(new CreateRemittanceDto(Guid.CreateVersion7(), account.Id, $"Title {Markup}", PaymentScheme.Core, new OrderSelectionDto())));
        return await company.ApproveAsync(await company.SubmitAsync(draft));
    }
}
