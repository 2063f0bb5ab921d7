using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Whatever is random or sealed is good for one thing: handed in for another, it is refused.</summary>
[Trait("Req", "IDN-13")]
public sealed class TokenKind_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Reference_HandedInForAnother_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var tokens = await ReferencesAsync(world);
        foreach (var (kind, token) in tokens)
        {
            (await OpensAsync(world, "API token", token)).ShouldBe(kind == "API token", $"{kind} as API token");
            (await OpensAsync(world, "session", token)).ShouldBe(kind == "session", $"{kind} as session");
            foreach (var link in new[] { "reset", "invitation", "legacy" })
                (await OpensAsync(world, link, token)).ShouldBe(kind == link, $"{kind} as {link}");
        }
    }

    [Theory, Databases]
    public async Task SealedText_HandedInForAnother_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(world, provider);
        var texts = await SealedAsync(it);
        texts.Count.ShouldBe(4);
        var person = await world.PersonAsync(it.Company, StandardRoles.Reader);
        using var signedIn = await it.SignedInAsync(person);
        foreach (var (kind, text) in texts)
        {
            (await CodePageOpensAsync(world, text)).ShouldBe(kind == "__Host-password-accepted", kind);
            (await LinksPageOffersAsync(world, signedIn.SessionKey!, text)).ShouldBe(kind == "__Host-sso-link", kind);
            if (kind != "__Host-passkey")
                (await PasskeyRefusalAsync(world, text)).ShouldBe("Expired", kind);
            if (kind != "__Host-sso")
                (await CallbackAsync(it, text)).ShouldBe(HttpStatusCode.UnprocessableEntity, kind);
        }

        provider.Exchanges.ShouldBe(1, "for the link alone");
    }

    private static async Task<Dictionary<string, string>> ReferencesAsync(World world)
    {
        var company = await world.CompanyAsync();
        var (admin, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Reader));
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(person.Email));
        await world.Mail.WaitForAsync(person.Email, 1);
        var (email, role) = (LegacyLogins.NewEmail(), await world.RoleAsync(company, StandardRoles.Reader));
        await world.AsAsync<IUserAppService>(company, admin, u => u.InviteAsync(new InviteUserDto(email, "Nina", "en", [role])));
        var login = await world.OldLoginAsync(withPassword: false);
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(login.Login));
        await world.Mail.WaitForAsync(login.Known, 1);
        return new()
        {
            ["API token"] = (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", null, null, 30)))).Token,
            ["session"] = browser.SessionKey!,
            ["reset"] = world.Mail.TokenFor(person.Email, "/account/reset/"),
            ["invitation"] = world.Mail.TokenFor(email),
            ["legacy"] = world.Mail.TokenFor(login.Known, "/account/legacy/"),
        };
    }

    private static async Task<bool> OpensAsync(World world, string kind, string token)
    {
        if (kind == "session")
        {
            using var page = await Browser.WithCookieAsync(world, token, "/account/profile");
            return page.StatusCode == HttpStatusCode.OK;
        }

        using var client = world.Host.CreateClient(kind == "API token" ? token : null);
        using var answer = await client.GetAsync(new Uri(kind == "API token" ? "/api/me" : $"/account/{kind}/{token}", UriKind.Relative));
        // Only a link that is good has a form to send.
        return answer.StatusCode == HttpStatusCode.OK && (kind == "API token" || (await answer.Content.ReadAsStringAsync()).Contains("__RequestVerificationToken"));
    }

    private static async Task<Dictionary<string, string>> SealedAsync(SignOnWorld it)
    {
        var world = it.World;
        var person = await world.PersonAsync(it.Company, StandardRoles.Reader);
        using (var own = await it.SignedInAsync(person))
            await App.SetUpAsync(world, own);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        await PasskeyPages.AskAsync(world, browser, "/account/sign-in");
        using (await it.ReturnAsync(browser, await it.GoAsync(browser), "nobody's"))
        {
        }

        return new[] { "__Host-password-accepted", "__Host-passkey", "__Host-sso", "__Host-sso-link" }.ToDictionary(
            name => name, name => browser.Cookies.First(c => c.StartsWith($"{name}=", StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1]);
    }

    private static async Task<bool> CodePageOpensAsync(World world, string text)
    {
        using var page = await Browser.WithCookieAsync(world, text, "/account/code", "__Host-password-accepted");
        return page.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<bool> LinksPageOffersAsync(World world, string session, string text)
    {
        using var page = await Browser.WithCookieAsync(world, $"{session}; __Host-sso-link={text}", "/account/links");
        return (await page.Content.ReadAsStringAsync()).Contains("handler=Pending");
    }

    private static async Task<string?> PasskeyRefusalAsync(World world, string text)
    {
        using var key = new SecurityKey();
        var question = await PasskeyPages.AskAsync(world);
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer(key.Get(question.Options), text))).ShouldBeNull();
        return world.Audit.Of("Identity.Passkey.Failed")[^1].Changes[0].New;
    }

    private static async Task<HttpStatusCode> CallbackAsync(SignOnWorld it, string text)
    {
        using var answer = await Browser.WithCookieAsync(it.World, text, $"/account/sso/callback/{it.Company.Id}?code=x&state=y", "__Host-sso");
        return answer.StatusCode;
    }
}
