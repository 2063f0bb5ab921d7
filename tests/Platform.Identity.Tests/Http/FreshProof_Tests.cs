using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;
using Platform.Vault;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-13")]
public sealed class FreshProof_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Tokens = "/account/tokens";
    private const string Sessions = "/account/sessions";
    private static readonly (string, string)[] NewToken = [("Input.Name", "Till"), ("Input.ValidDays", "30")];

    [Theory, Databases]
    public async Task SensitiveAct_LongAfterSignIn_AsksForThePasswordAndLetsItBeDone(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var browser = await SignedInAsync(world, person);
        using (var fresh = await browser.PostAsync(Tokens, Tokens, NewToken))
            fresh.StatusCode.ShouldBe(HttpStatusCode.OK, "signing in was a proof");
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        using (var stale = await browser.PostAsync(Tokens, Tokens, NewToken))
            stale.Headers.Location!.ToString().ShouldBe($"/account/confirm?returnUrl={Uri.EscapeDataString(Tokens)}");
        (await ConfirmAsync(browser, "Wrong-guess-1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ConfirmAsync(browser, Person.Password)).Headers.Location!.ToString().ShouldBe(Tokens);
        using var again = await browser.PostAsync(Tokens, Tokens, NewToken);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task SensitiveAct_PersonWithAnApp_AsksForACodeAndNotForThePassword(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var browser = await SignedInAsync(world, person);
        var (app, _) = await App.SetUpAsync(world, browser);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.ReadAsync("/account/confirm")).ShouldContain("one-time-code");
        (await ConfirmAsync(browser, Person.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "whoever stole the password");
        (await ConfirmAsync(browser, app.Code())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var done = await browser.PostAsync(Tokens, Tokens, NewToken);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    [Trait("Req", "VLT-02")]
    public async Task Consent_ThatAsksForAFreshFactor_OpensOnlyMinutesAfterOne(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Administrator);
        using var browser = await SignedInAsync(world, person);
        var (app, _) = await App.SetUpAsync(world, browser);
        var consent = await GrantAsync(world, company, person);
        (await UseAsync(world, company, person, consent)).ShouldBe(VaultErrorCodes.FreshFactorRequired, "signed in by the password alone");
        (await ConfirmAsync(browser, app.Code())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await UseAsync(world, company, person, consent)).ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        (await UseAsync(world, company, person, consent)).ShouldBe(VaultErrorCodes.FreshFactorRequired);
    }

    [Theory, Databases]
    public async Task Confirm_Always_GivesTheSessionANewKey(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var browser = await SignedInAsync(world, person);
        var (former, id) = (browser.SessionKey!, await world.SessionAsync(person));
        (await ConfirmAsync(browser, "Wrong-guess-1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.SessionKey.ShouldBe(former, "nothing was proven");
        (await ConfirmAsync(browser, Person.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await ShouldHaveMovedAsync(world, browser, former);
        var confirmed = browser.SessionKey!;
        await App.SetUpAsync(world, browser);
        await ShouldHaveMovedAsync(world, browser, confirmed);
        (await world.SessionAsync(person)).ShouldBe(id, "the same session, on the page and in the trail");
    }

    [Theory, Databases]
    public async Task Session_EndedLongAfterSignIn_AsksForAFreshProof(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var there = await SignedInAsync(world, person);
        var other = await world.SessionAsync(person);
        using var here = await SignedInAsync(world, person);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var handler in new[] { $"End&id={other}", "EndOthers" })
        {
            using var stale = await here.PostAsync(Sessions, $"{Sessions}?handler={handler}");
            stale.Headers.Location!.ToString().ShouldStartWith("/account/confirm", Case.Sensitive, handler);
        }

        await there.ReadAsync(Sessions);
    }

    private static async Task ShouldHaveMovedAsync(World world, Browser browser, string former)
    {
        browser.SessionKey.ShouldNotBe(former);
        using var old = await Browser.WithCookieAsync(world, former, Sessions);
        old.StatusCode.ShouldBe(HttpStatusCode.Redirect, "who copied the cookie before");
        await browser.ReadAsync(Sessions);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task Confirm_ReturnUrlElsewhere_IsIgnored(string target)
    {
        var (world, person) = await PersonAsync(TestDatabase.Sqlite);
        using var browser = await SignedInAsync(world, person);
        (await ConfirmAsync(browser, Person.Password, target)).Headers.Location!.ToString().ShouldBe("/");
    }

    private async Task<(World World, Person Person)> PersonAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        return (world, await world.PersonAsync());
    }

    private static async Task<Browser> SignedInAsync(World world, Person person)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static Task<HttpResponseMessage> ConfirmAsync(Browser browser, string proof, string target = Tokens)
    {
        var page = $"/account/confirm?returnUrl={Uri.EscapeDataString(target)}";
        return browser.PostAsync(page, page, ("Proof", proof));
    }

    private static Task<Guid> GrantAsync(World world, TenantInfo company, Person person) => world.AsAsync<IConsentVault, Guid>(company, person, v =>
        v.GrantAsync(new NewConsent("test", "A-1", "Mine", "signing", NeedsFreshFactor: true), SecretBuffer.Random(16)));

    // Null when it opened.
    private static async Task<string?> UseAsync(World world, TenantInfo company, Person person, Guid consent)
    {
        var session = await world.SessionAsync(person);
        try
        {
            await world.Host.RunAsync(company, person.Info with { SessionId = session }, s => s.GetRequiredService<IConsentVault>().UseAsync(
                new ConsentUse(consent, "test", "A-1", "signing"), (_, _) => Task.FromResult(true)));
            return null;
        }
        catch (BusinessException e)
        {
            return e.Code;
        }
    }
}
