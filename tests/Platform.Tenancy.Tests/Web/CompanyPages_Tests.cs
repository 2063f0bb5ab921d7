using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

public sealed class CompanyPages_Tests(TestHosts hosts)
{
    private const string Amelie = "amelie@lefevre.example";
    private const string Camille = "camille@lefevre.example";

    [Theory, Databases]
    [Trait("Req", "TEN-02")]
    public async Task Go_PathOfAPage_OpensItInTheOtherCompanyAndNothingElse(TestDatabase database)
    {
        using var client = await (await hosts.GetAsync(database)).SignInAsync(Amelie);
        (string Path, string Target)[] cases =
        [
            ("settings/company", "/t/nova/settings/company"),
            ("/settings/company/", "/t/nova/settings/company"),
            ("settings/company/0198/edit", "/t/nova/settings/company"),
            ("settings", "/t/nova"),
            ("", "/t/nova"),
            ("//evil.example", "/t/nova"),
            ("https://evil.example/", "/t/nova"),
            ("..%2F..%2Fcompanies", "/t/nova"),
            ("%5C%5Cevil.example", "/t/nova"),
            ("settings%2Fcompany%3Fx%3D1", "/t/nova"),
        ];
        foreach (var (path, target) in cases)
            (await RedirectOfAsync(client, $"/t/nova/go?path={path}")).ShouldBe(target, path);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-02")]
    public async Task Go_PageThePersonMayNotSee_OpensTheFirstPage(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        using var camille = await host.SignInAsync(Camille);
        using var amelie = await host.SignInAsync(Amelie);
        (await RedirectOfAsync(camille, "/t/lefevre/go?path=audit")).ShouldBe("/t/lefevre");
        (await RedirectOfAsync(amelie, "/t/lefevre/go?path=audit")).ShouldBe("/t/lefevre/audit");
        using var foreign = await camille.GetAsync(Relative("/t/nova/go?path=settings/company"), TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-04")]
    public async Task Home_AfterWorkInACompany_OpensThatOne(TestDatabase database)
    {
        using var client = await (await hosts.GetAsync(database)).SignInAsync("benoit@nova.example");
        foreach (var slug in new[] { "nova", "lefevre", "nova" })
        {
            using var page = await client.GetAsync(Relative($"/t/{slug}"), TestContext.Current.CancellationToken);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await RedirectOfAsync(client, "/")).ShouldBe($"/t/{slug}");
        }
    }

    [Fact]
    [Trait("Req", "TEN-01")]
    public async Task Company_WrongValues_AreShownBesideTheirFields()
    {
        using var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Amelie, "fr");
        using var response = await client.PostFormAsync(
            "/t/nova/settings/company", ("Input.Name", ""), ("Input.Contact.Name", "Amélie"), ("Input.VatNumber", "FR69904173523"), ("Input.Address.Town", "Namur"),
            ("Input.Address.Country", "BE"), ("Input.Language", "fr"), ("Input.Color", "#0f766e"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await ParseAsync(response);
        ErrorOf(page, "Input_Name").ShouldBe("Cette valeur est obligatoire.");
        ErrorOf(page, "Input_VatNumber").ShouldStartWith("La clé de contrôle");
        page.QuerySelectorAll(".p-error").Length.ShouldBe(2);
        page.GetElementById("Input_VatNumber")!.GetAttribute("value").ShouldBe("FR69904173523");
    }

    [Fact]
    [Trait("Req", "IDN-09")]
    public async Task Company_ReaderOnly_SeesFactsAndCannotPost()
    {
        using var client = await (await hosts.GetAsync(TestDatabase.Sqlite)).SignInAsync(Camille);
        var html = await client.GetStringAsync(Relative("/t/lefevre/settings/company"), TestContext.Current.CancellationToken);
        html.ShouldNotContain("Input.Name");
        using var response = await client.PostFormAsync("/t/lefevre/settings/company", ("Input.Name", "Mine"));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string? ErrorOf(IDocument page, string id) => page.GetElementById($"{id}-error")?.TextContent.Trim();

    private static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    private static async Task<string?> RedirectOfAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(Relative(path), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, path);
        return response.Headers.Location?.OriginalString;
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
