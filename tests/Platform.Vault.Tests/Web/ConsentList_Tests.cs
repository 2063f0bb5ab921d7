using AngleSharp.Dom;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-08")]
public sealed class ConsentList_Tests(TestHosts hosts)
{
    private const string Page = "/t/lefevre/consents";

    [Theory, Databases]
    public async Task List_UsedConsent_ShowsToWhomForWhatAndHowOften(TestDatabase database)
    {
        var (host, label) = (await hosts.GetAsync(database), Consents.NewLabel());
        var id = await Consents.GiveAsync(host, "camille", label: label);
        await Consents.UseAsync(host, "camille", id, label);
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        var row = Row(await camille.OpenAsync(Page), id).ShouldNotBeNull();
        row.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain(Consents.Provider), t => t.ShouldContain(label), t => t.ShouldContain("bookkeeping"),
            t => t.ShouldContain("1 use"), t => t.ShouldContain("In force"), t => t.ShouldContain("until revoked"));
        row.QuerySelector($"a[href^='{Page}/{id}?revoke=true']").ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task List_ExpiredAndEndingConsents_SayWhatToDo(TestDatabase database)
    {
        var (host, now) = (await hosts.GetAsync(database), TimeProvider.System.GetUtcNow().UtcDateTime);
        var ending = await Consents.GiveAsync(host, "camille", validUntil: now.AddDays(9.5));
        var expired = await Consents.GiveAsync(host, "camille", validUntil: now.AddDays(-1));
        var later = await Consents.GiveAsync(host, "camille", validUntil: now.AddDays(90));
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        var page = await camille.OpenAsync(Page);
        Row(page, ending)!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Ends soon"), t => t.ShouldContain("10 days left"));
        Row(page, expired)!.QuerySelector("[data-status=Expired]").ShouldNotBeNull().TextContent.ShouldContain("Expired");
        Row(page, later)!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("In force"), t => t.ShouldNotContain("days left"));
        (await camille.OpenAsync($"{Page}/{ending}")).QuerySelector(".p-alert")!.TextContent.ShouldContain("This consent ends in 10 days");
    }

    [Theory, Databases]
    public async Task List_StateInTheAddress_ShowsOnlyThatState(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var active = await Consents.GiveAsync(host, "camille");
        var expired = await Consents.GiveAsync(host, "camille", validUntil: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1));
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        var page = await camille.OpenAsync($"{Page}?state=Expired");
        Row(page, expired).ShouldNotBeNull();
        Row(page, active).ShouldBeNull();
        page.QuerySelector("select[name=state] option[selected]")!.GetAttribute("value").ShouldBe("Expired");
    }

    [Theory, Databases]
    public async Task List_Everybodys_IsForThoseWhoMaySeeThem(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "camille");
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        using var victor = await TestBrowser.SignInAsync(host, "victor@lefevre.example");
        Row(await amelie.OpenAsync(Page), id).ShouldBeNull("others' only when asked for");
        Row(await amelie.OpenAsync($"{Page}?everybody=true"), id).ShouldNotBeNull().TextContent.ShouldContain("Camille Roux");
        var refused = await victor.OpenAsync($"{Page}?everybody=true");
        Row(refused, id).ShouldBeNull();
        refused.QuerySelector("[name=everybody]").ShouldBeNull();
    }

    [Theory, Databases]
    public async Task List_MoreThanAPage_GoesOnByItsLinks(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var first = await Consents.GiveAsync(host, "benoit", "nova");
        for (var i = 0; i < 25; i++)
            await Consents.GiveAsync(host, "benoit", "nova");
        using var benoit = await TestBrowser.SignInAsync(host, "benoit@nova.example");
        var page = await benoit.OpenAsync("/t/nova/consents");
        (page.QuerySelectorAll("tr[data-consent]").Length, Row(page, first)).ShouldBe((25, null));
        var next = await benoit.OpenAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Row(next, first).ShouldNotBeNull();
        next.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/t/nova/consents");
    }

    [Theory, Databases]
    public async Task List_Nothing_SaysWhatWillStandHere(TestDatabase database)
    {
        using var awa = await TestBrowser.SignInAsync(await hosts.GetAsync(database), "awa@fiducia.example");
        var page = await awa.OpenAsync("/t/fiducia/consents");
        page.QuerySelector("#consent-list .p-empty")!.TextContent.ShouldContain("You have not allowed anything yet");
        (await awa.OpenAsync("/t/fiducia/consents?state=Revoked")).QuerySelector("#consent-list .p-empty a")!.GetAttribute("href").ShouldBe("/t/fiducia/consents");
    }

    private static IElement? Row(IParentNode page, Guid id) => page.QuerySelector($"tr[data-consent='{id}']");
}
