using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Every page, at desk width in the light and at phone width in the dark: axe finds nothing, nothing scrolls sideways.</summary>
[Trait("Req", "OPS-06")]
public sealed class Appearance_Tests(BrowserFixture browser)
{
    private static readonly string[] Refusals = ["/account/reset/forged", "/error/404"];

    /// <summary>What no link of an ordinary administrator leads to: answers that are no pages, and pages that journeys bring about.</summary>
    private static readonly string[] Elsewhere =
    [
        "account/code", "account/groups/{id:guid}", "account/groups/{id:guid}/addresses", "account/groups/{id:guid}/sso", "account/invitation/{token}",
        "account/legacy/{token}", "account/limited", "account/migration", "account/migration/done", "account/new-password", "account/sign-out", "account/sign-up/{token}",
        "account/sso/callback/{place:guid}", "handoffs/zip/{token}", "ledger/callback", "sepa/sign-mandate/{token}", "t/{tenant}/admission", "t/{tenant}/clients", "t/{tenant}/consents/{id:guid}",
        "t/{tenant}/deeds", "t/{tenant}/handoffs/{id:guid}", "t/{tenant}/handoffs/{id:guid}/zip", "t/{tenant}/imports/{id:guid}",
        "t/{tenant}/inbox/uploads/{id:guid?}", "t/{tenant}/inbox/{id:guid}", "t/{tenant}/inbox/{id:guid}/file", "t/{tenant}/inbox/{id:guid}/invoice",
        "t/{tenant}/ledger/{id:guid}", "t/{tenant}/mandates/{id:guid}/documents/{documentId:guid}", "t/{tenant}/notary/new",
        "t/{tenant}/notary/{id:guid}", "t/{tenant}/notifications/{id:guid}", "t/{tenant}/queue",
        "t/{tenant}/remittances/{id:guid}/file", "t/{tenant}/remittances/{id:guid}/orders.{format}",
        "t/{tenant}/remittances/{id:guid}/orders/{order:guid}/proof", "t/{tenant}/remittances/{id:guid}/package",
        "t/{tenant}/remittances/{id:guid}/signatures/{signatureId:guid}", "t/{tenant}/reversals/new", "t/{tenant}/settings/engagements/{id:guid}",
        "t/{tenant}/settings/export/{id:guid}/file",
    ];

    [Theory]
    [InlineData(1440, ColorScheme.Light, "en")]
    [InlineData(390, ColorScheme.Dark, "fr")]
    public async Task Pages_EveryOne_IsAccessible(int width, ColorScheme scheme, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        var walk = new PageWalk(host);
        await using (var stranger = await Person.EnterAsync(browser, host, width, scheme))
        {
            await SpeakAsync(stranger, language, "/account/sign-in");
            walk.Add("/account/sign-in", Refusals[0]);
            await LookAroundAsync(stranger, walk, $"{width}-{language}");
        }

        await using var amelie = await Person.SignInAsync(browser, host, "amelie", width, scheme);
        await SpeakAsync(amelie, language, "/t/lefevre");
        // The list of collections opens with those that wait, of which the demonstration has none.
        walk.Add("/t/lefevre", "/t/lefevre/collections?status=all", "/companies", "/t/lefevre/ledger", "/t/lefevre/users/legacy", "/account/confirm", "/account/terms", "/dev/mail", Refusals[1]);
        await LookAroundAsync(amelie, walk, $"{width}-{language}");
        walk.Unmet.ShouldBe(Elsewhere);
    }

    private static async Task LookAroundAsync(Person person, PageWalk walk, string picture)
    {
        while (walk.Next() is var (path, page))
        {
            (await person.OpenAsync(path)).Status.ShouldBe(Refusals.Contains(path) ? 404 : 200, path);
            await person.LookAsync($"{picture}-{page}");
            walk.Add(await person.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]:not([download], [href$=\"/file\"], [href$=\"/proof\"], [href*=\"/orders.\"])')].map(a => a.getAttribute('href'))"));
        }
    }

    private static Task SpeakAsync(Person person, string language, string then) =>
        person.OpenAsync($"/preferences/culture?culture={language}&returnUrl={Uri.EscapeDataString(then)}");
}
