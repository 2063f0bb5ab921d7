using System.Buffers.Text;
using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>What the browser is given to keep, looked at on every step of a sign-in.</summary>
[Trait("Req", "IDN-13")]
public sealed class Cookie_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    // Neither opens anything: the language of the pages and the look.
    private static readonly string[] Preferences = [".AspNetCore.Culture", "platform-theme"];

    [Theory, Databases]
    public async Task Cookies_OfEveryStep_AreSecureNamedForThisHostAndSameSite(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, browser) = (await world.PersonAsync(), new Browser(world));
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        var (app, _) = await App.SetUpAsync(world, browser);
        using var other = new Browser(world);
        using (await other.SignInAsync(person.Email, Person.Password))
        {
        }

        using (await other.PostAsync("/account/code", "/account/code", ("Code", app.Code())))
        {
        }

        await other.ReadAsync("/account/profile");
        string[] seen = [.. browser.Cookies, .. other.Cookies];
        seen.Length.ShouldBeGreaterThan(4);
        foreach (var cookie in seen.Where(c => !Preferences.Any(p => c.StartsWith(p, StringComparison.Ordinal))))
        {
            cookie.ShouldStartWith("__Host-");
            var parts = cookie.ToLowerInvariant();
            parts.ShouldContain("; secure", Case.Sensitive, cookie.Split('=')[0]);
            parts.ShouldContain("; httponly", Case.Sensitive, cookie.Split('=')[0]);
            (parts.Contains("samesite=lax", StringComparison.Ordinal) || parts.Contains("samesite=strict", StringComparison.Ordinal)).ShouldBeTrue(cookie.Split('=')[0]);
        }
    }

    [Theory, Databases]
    public async Task SessionKey_Always_Is256BitsAndStandsInNoPage(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, StandardRoles.Administrator);
        var keys = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var browser = new Browser(world);
            using (await browser.SignInAsync(person.Email, Person.Password))
            {
            }

            keys.Add(browser.SessionKey!).ShouldBeTrue();
            Base64Url.DecodeFromChars(browser.SessionKey!).Length.ShouldBe(32);
            foreach (var page in new[] { "/account/sessions", "/account/profile", $"/t/{company.Slug}/users", $"/t/{company.Slug}/audit" })
            {
                using var answer = await browser.GetAsync(page);
                (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(browser.SessionKey!);
            }
        }
    }

    [Theory, Databases]
    public async Task Answers_PagesAndApi_AreNotStored(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (person, browser) = (await world.PersonAsync(company, StandardRoles.Administrator), new Browser(world));
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        foreach (var page in new[] { "/account/sign-in", "/account/profile", "/account/sessions", $"/t/{company.Slug}/users" })
        {
            using var answer = await browser.GetAsync(page);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(page);
        }

        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Shop", null, null, 30)));
        using var client = world.Host.CreateClient(token.Token);
        using var list = await client.GetAsync(new Uri($"/api/t/{company.Slug}/users", UriKind.Relative), TestContext.Current.CancellationToken);
        list.StatusCode.ShouldBe(HttpStatusCode.OK);
        list.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task AntiforgeryToken_OfSomebodyElse_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (first, second) = (await world.PersonAsync(), await world.PersonAsync());
        using var browser = new Browser(world);
        using (await browser.SignInAsync(first.Email, Person.Password))
        {
        }

        var theirs = await browser.TokenAsync("/account/profile");
        using (await browser.PostAsync("/account/profile", "/account/sign-in", ("Input.Email", second.Email), ("Input.Password", Person.Password)))
        {
        }

        using (var refused = await browser.PostWithTokenAsync("/account/sessions?handler=EndOthers", theirs))
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var own = await browser.PostWithTokenAsync("/account/sessions?handler=EndOthers", await browser.TokenAsync("/account/profile"));
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
