using System.Net;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-08")]
public sealed class ConsentPage_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Page_OwnConsent_ShowsItsFactsAndWhatRevokingDoes(TestDatabase database)
    {
        var (host, label) = (await hosts.GetAsync(database), Consents.NewLabel());
        var id = await Consents.GiveAsync(host, "camille", label: label);
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        var page = await camille.OpenAsync(Url(id));
        page.QuerySelector(".p-facts")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain(Consents.Provider), t => t.ShouldContain(label), t => t.ShouldContain("Camille Roux"), t => t.ShouldContain("never"));
        page.QuerySelector("#revoke")!.TextContent.ShouldContain("in backups too");
        page.QuerySelector("#revoke[open]").ShouldBeNull();
        page.QuerySelector("main a[href*='/audit?']").ShouldBeNull("she may not read the trail");
        (await camille.OpenAsync($"{Url(id)}?revoke=true")).QuerySelector("#revoke[open]").ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Revoke_OwnConsent_EndsItForGood(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "camille");
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        using var answer = await camille.SubmitAsync(Url(id), "#revoke form");
        answer.Headers.Location?.ToString().ShouldBe(Url(id));
        var page = await camille.OpenAsync(Url(id));
        page.QuerySelector(".p-toast")!.TextContent.ShouldContain("is revoked");
        page.QuerySelector("[data-status=Revoked]").ShouldNotBeNull();
        page.QuerySelector(".v-timeline")!.TextContent.ShouldContain("Revoked");
        page.QuerySelector("#revoke").ShouldBeNull("once is enough");
    }

    [Theory, Databases]
    public async Task Revoke_OthersConsent_IsTheAdministratorsToo(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "camille");
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        var page = await amelie.OpenAsync(Url(id));
        page.QuerySelector("#revoke")!.TextContent.ShouldContain("Only Camille Roux can allow it again");
        page.QuerySelector($"a[href='/t/lefevre/audit?entityType=Consent&entityId={id}']").ShouldNotBeNull("the trail of this consent");
        using var answer = await amelie.SubmitAsync(Url(id), "#revoke form");
        (await amelie.OpenAsync(Url(id))).QuerySelector(".v-timeline")!.TextContent.ShouldContain("Amélie Lefèvre");
    }

    [Theory, Databases]
    public async Task Page_OthersConsentWithoutTheRight_IsNotFound(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "camille");
        using var victor = await TestBrowser.SignInAsync(host, "victor@lefevre.example");
        using var answer = await victor.GetAsync(Url(id));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Page_OfAnotherCompany_IsNotFound(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "amelie", "nova");
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        using var answer = await amelie.GetAsync(Url(id));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await amelie.OpenAsync($"/t/nova/consents/{id}")).QuerySelector("[data-status=Active]").ShouldNotBeNull();
    }

    private static string Url(Guid id) => $"/t/lefevre/consents/{id}";
}
