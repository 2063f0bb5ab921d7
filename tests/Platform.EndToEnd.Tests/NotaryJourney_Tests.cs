using System.Text.RegularExpressions;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A tenant type that a module adds in one assembly: an SME engages a notary's office and sees its deed come on.</summary>
public sealed class NotaryJourney_Tests(BrowserFixture browser)
{
    [Theory, Databases]
    [Trait("Req", "TEN-10")]
    public async Task Office_EngagedByAnSme_TakesItsDeedToTheEnd(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await using var ines = await Person.SignInAsync(browser, host, "ines");
        await ines.OpenAsync("/t/carpentier/deeds");
        await ines.LookAtBothWidthsAsync($"{database}-notary-office-empty");
        await AskAsync(amelie, database);
        (await ines.OpenAsync("/t/lefevre/notary")).Status.ShouldBe(404);
        await ines.OpenAsync("/t/carpentier/clients");
        await ines.Page.ClickAsync("form[action*=Accept] button");
        await ines.Page.WaitForSelectorAsync("#p-clients a[href$='/t/lefevre']");

        await OpenDeedAsync(ines, database);
        await ines.Page.FillAsync("#Day", "2099-03-12");
        await ines.Page.ClickAsync("form[action*=Appointment] button");
        await ines.Page.WaitForSelectorAsync("main .p-tone-warning");
        await ines.LookAtBothWidthsAsync($"{database}-notary-deed-of-office");
        await SeeAsync(amelie, database);
        await ines.Page.ClickAsync("form[action*=Sign] button");
        await ines.Page.ClickAsync("form[action*=Close] button");
        await ines.Page.WaitForSelectorAsync("main .p-tone-success");
        await ines.OpenAsync("/t/carpentier/deeds");
        await ines.LookAtBothWidthsAsync($"{database}-notary-office");
        await EndAsync(amelie);
        (await ines.OpenAsync("/t/lefevre/notary")).Status.ShouldBe(404);
        await ines.OpenAsync("/t/carpentier/deeds");
        (await ines.Page.InnerTextAsync("#deed-list")).ShouldNotContain("2026-118");
    }

    private static async Task AskAsync(Person client, TestDatabase database)
    {
        await client.OpenAsync("/t/lefevre");
        await client.Page.ClickAsync("nav a[href='/t/lefevre/notary']");
        await client.Page.WaitForURLAsync("**/t/lefevre/notary");
        await client.LookAtBothWidthsAsync($"{database}-notary-empty");
        await client.Page.ClickAsync("main a[href*='kind=notary']");
        await client.Page.WaitForURLAsync("**kind=notary*");
        await client.Page.FillAsync("#firm-search", "carpentier");
        await client.Page.WaitForSelectorAsync("#p-firms label:has-text('FR44918204371')");
        await client.LookAtBothWidthsAsync($"{database}-notary-engage");
        await client.Page.ClickAsync("#engage button.btn-primary");
        await client.Page.WaitForURLAsync("**/settings/engagements");
    }

    private static async Task OpenDeedAsync(Person office, TestDatabase database)
    {
        await office.OpenAsync("/t/carpentier");
        await office.Page.ClickAsync("nav a[href='/t/carpentier/deeds']");
        await office.Page.ClickAsync("main a[href='/t/lefevre/notary/new']");
        await office.Page.WaitForURLAsync("**/t/lefevre/notary/new");
        await office.LookAtBothWidthsAsync($"{database}-notary-new");
        await office.Page.ClickAsync("main form button.btn-primary");
        await office.Page.WaitForSelectorAsync("#Input_Reference-error");
        await office.Page.FillAsync("#Input_Reference", "2026-118");
        await office.Page.SelectOptionAsync("#Input_Kind", "Lease");
        await office.Page.FillAsync("#Input_Subject", "Bail commercial du fournil, rue de la République");
        await office.Page.ClickAsync("main form button.btn-primary");
        await office.Page.WaitForURLAsync(new Regex("/t/lefevre/notary/[0-9a-f-]{36}$"));
    }

    private static async Task SeeAsync(Person client, TestDatabase database)
    {
        await client.OpenAsync("/t/lefevre/notary");
        await client.LookAtBothWidthsAsync($"{database}-notary-deeds");
        await client.Page.ClickAsync("#deed-list a:has-text('2026-118')");
        await client.Page.WaitForURLAsync(new Regex("/t/lefevre/notary/[0-9a-f-]{36}$"));
        (await client.Page.InnerTextAsync("main")).ShouldContain("Rendez-vous fixé");
        (await client.Page.QuerySelectorAllAsync("main form")).ShouldBeEmpty();
        await client.LookAtBothWidthsAsync($"{database}-notary-deed-of-client");
    }

    private static async Task EndAsync(Person client)
    {
        await client.OpenAsync("/t/lefevre/settings/engagements");
        await client.Page.ClickAsync("form[action*=End] button");
        await client.Page.WaitForSelectorAsync("main form[action*=End]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }
}
