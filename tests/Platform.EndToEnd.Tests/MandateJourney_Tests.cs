using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.TestBase;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A debtor gets a mail, reads the mandate on a telephone and signs it; the company sees it.</summary>
public sealed partial class MandateJourney_Tests(BrowserFixture browser)
{
    private const string Mailbox = "eve.durand@example.org";

    [Theory]
    [InlineData("fr", "Signé en ligne", "Cochez cette case")]
    [InlineData("en", "Signed online", "Tick this box")]
    [Trait("Req", "SEP-02")]
    [Trait("Req", "OPS-06")]
    public async Task Mandate_SentToItsDebtor_IsSignedOnline(string language, string signed, string consent)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await camille.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre");
        await EnterAsync(camille, language);
        await camille.LookAtBothWidthsAsync($"{language}-mandate-draft");
        var mandate = camille.Page.Url;
        await camille.Page.ClickAsync("form[action*=Ask] button");
        await Assertions.Expect(camille.Page.Locator(".s-timeline")).ToContainTextAsync(Mailbox);
        await using var eve = await Person.EnterAsync(browser, host, 390);
        await eve.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Faccount%2Fsign-in");
        await eve.OpenAsync(await LinkAsync(camille));
        await SignAsync(eve, language, consent);
        await camille.Page.GotoAsync(mandate);
        await Assertions.Expect(camille.Page.Locator(".s-timeline")).ToContainTextAsync(signed);
        await camille.Page.ClickAsync("a[href$='/documents']");
        await Assertions.Expect(camille.Page.Locator("main")).ToContainTextAsync("mandate.txt");
        await camille.LookAtBothWidthsAsync($"{language}-mandate-record");
    }

    private static async Task EnterAsync(Person camille, string language)
    {
        await camille.OpenAsync("/t/lefevre/mandates/new");
        await camille.Page.FillAsync("#Input_Reference", "EVE-2026-1");
        await camille.Page.FillAsync("#Input_DebtorName", "Eve Durand");
        await camille.Page.FillAsync("#Input_DebtorIban", "FR76 1695 8230 0400 0966 8127 476");
        await camille.Page.FillAsync("#Input_Email", Mailbox);
        if (await camille.Page.Locator("select#Input_Language").CountAsync() > 0)
            await camille.Page.SelectOptionAsync("#Input_Language", language);
        else
            await camille.Page.FillAsync("#Input_Language", language);
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync(u => !u.EndsWith("/new", StringComparison.Ordinal));
    }

    private static async Task SignAsync(Person eve, string language, string consent)
    {
        await eve.LookAtBothWidthsAsync($"{language}-sign-mandate");
        await eve.Page.FillAsync("#SignerName", "Eve Durand");
        await eve.Page.FillAsync("#Place", "Lyon");
        await eve.Page.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(eve.Page.Locator("#IsAgreed-error")).ToContainTextAsync(consent);
        await eve.LookAtBothWidthsAsync($"{language}-sign-mandate-error");
        await eve.Page.CheckAsync("#IsAgreed");
        await eve.Page.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(eve.Page.Locator(".s-record")).ToContainTextAsync("Eve Durand");
        await eve.LookAtBothWidthsAsync($"{language}-mandate-signed");
    }

    // The mail leaves through the outbox and the scheduler.
    private static async Task<string> LinkAsync(Person camille)
    {
        var mail = await camille.OpenTabAsync("/dev/mail");
        var newest = mail.Locator("article", new() { HasText = Mailbox }).First;
        while (await newest.CountAsync() == 0)
            await mail.ReloadAsync();
        var link = Link().Match(await newest.InnerTextAsync()).Value;
        await mail.CloseAsync();
        return link;
    }

    [GeneratedRegex("/sepa/sign-mandate/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
