using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

public sealed partial class Companies_Tests(BrowserFixture browser)
{
    [Theory, Databases]
    [Trait("Req", "TEN-02")]
    [Trait("Req", "TEN-03")]
    public async Task Switch_InOneOfTwoTabs_KeepsThemApart(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre/users");
        var other = await amelie.OpenTabAsync("/t/lefevre/users");

        await other.ClickAsync(".p-switch");
        await other.ClickAsync(".p-switcher-menu a.p-company[href*='/t/nova/']");
        await other.WaitForURLAsync("**/t/nova/users", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        (await other.InnerTextAsync(".p-switch")).ShouldContain("Atelier Nova");
        (await other.InnerTextAsync("main")).ShouldNotContain("Camille Roux");

        await amelie.Page.ReloadAsync();
        (await amelie.Page.InnerTextAsync(".p-switch")).ShouldContain("Boulangerie");
        (await amelie.Page.InnerTextAsync("main")).ShouldContain("Camille Roux");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    [Trait("Req", "IDN-10")]
    public async Task Rights_TakenAway_AreGoneOnTheNextRequestOfAnOpenSession(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var victor = await Person.SignInAsync(browser, host, "victor");
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        (await victor.OpenAsync("/t/lefevre/remittances")).Status.ShouldBe(200);

        await amelie.OpenAsync("/t/lefevre/users");
        await amelie.Page.ClickAsync("#users-list a:has-text('Victor Marchand')");
        var role = amelie.Page.Locator("form[action*=Roles] input[type=checkbox]:checked");
        await role.UncheckAsync();
        await amelie.Page.ClickAsync("form[action*=Roles] button.btn-primary");
        await amelie.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        (await victor.OpenAsync("/t/lefevre/remittances")).Status.ShouldBe(403);
        await victor.LookAsync($"{database}-forbidden");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Invite_SomebodyNew_LetsThemInWithTheirRole(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre/users/invite");
        await amelie.LookAsync($"{database}-invite");
        await amelie.Page.FillAsync("#Input_Email", "noemie@lefevre.example");
        await amelie.Page.FillAsync("#Input_Name", "Noémie Faure");
        await amelie.Page.CheckAsync("label:has-text('Lecteur')");
        await amelie.Page.ClickAsync("main form button.btn-primary");
        await amelie.Page.WaitForURLAsync("**/users");

        var link = await InvitationLinkAsync(amelie);
        await using var stranger = await browser.OpenAsync();
        var page = await stranger.NewPageAsync();
        await page.GotoAsync(host.Url.ToString().Replace("127.0.0.1", "localhost").TrimEnd('/') + new Uri(link).AbsolutePath);
        foreach (var field in await page.Locator("input[type=password]").AllAsync())
        {
            await field.FillAsync("Tarte-aux-pommes-58");
        }

        await page.ClickAsync("main form button.btn-primary");
        await page.WaitForURLAsync(new Regex("/t/lefevre|/account/sign-in"));
        (await page.ContentAsync()).ShouldNotContain("500");
    }

    private static async Task<string> InvitationLinkAsync(Person person)
    {
        // The mail leaves through the outbox and the scheduler; the page is asked again until it is there.
        for (var attempt = 0; attempt < 120; attempt++)
        {
            await person.OpenAsync("/dev/mail");
            if (Invitation().Match(await person.Page.ContentAsync()) is { Success: true } match)
            {
                return match.Value;
            }

            await person.Page.WaitForTimeoutAsync(250);
        }

        throw new TimeoutException("No invitation arrived.");
    }

    [GeneratedRegex("https?://[^\"<]+/account/invitation/[A-Za-z0-9_-]+")]
    private static partial Regex Invitation();
}
