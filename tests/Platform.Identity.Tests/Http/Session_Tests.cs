using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class Session_Tests(IdentityHosts hosts)
{
    private const string Page = "/account/sessions";

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task SignIn_OverThePage_SetsAHostOnlyCookieThatLeadsIn(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        using var browser = new Browser(world);
        using var answer = await browser.SignInAsync((await world.PersonAsync()).Email, Person.Password, "?returnUrl=%2Faccount%2Fsessions");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain(Uri.EscapeDataString(Page));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-platform", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var part in new[] { "secure", "httponly", "samesite=lax", "path=/" })
        {
            cookie.ShouldContain(part);
        }

        cookie.ShouldNotContain("expires", Case.Sensitive, "it ends with the browser");
        (await browser.ReadAsync(Page)).ShouldContain("Current");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task SignOut_StolenCookie_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        using var browser = await SignedInAsync(world, await world.PersonAsync());
        var stolen = browser.SessionKey!;
        (await StatusAsync(world, stolen)).ShouldBe(HttpStatusCode.OK);
        using var answer = await browser.PostAsync(Page, "/account/sign-out");
        (await StatusAsync(world, stolen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task SignIn_Again_BeginsANewSessionAndEndsTheFormer(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (victim, attacker) = (await world.PersonAsync(), await world.PersonAsync());
        using var planted = await SignedInAsync(world, attacker);
        var key = planted.SessionKey!;
        using var answer = await planted.PostAsync("/account/profile", "/account/sign-in", ("Input.Email", victim.Email), ("Input.Password", Person.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        planted.SessionKey.ShouldNotBe(key);
        (await StatusAsync(world, key)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Deactivation_OpenSession_IsRefusedOnTheNextRequest(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Reader));
        using var browser = await SignedInAsync(world, person);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetActiveAsync(person.Id, active: false));
        (await StatusAsync(world, browser.SessionKey!)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task InactiveAccount_SessionStillThere_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var browser = await SignedInAsync(world, person);
        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users
            .Where(u => u.Id == person.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.IsActive, false)));
        (await StatusAsync(world, browser.SessionKey!)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task RemovedRole_OpenSession_IsRefusedOnTheNextRequest(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        using var browser = await SignedInAsync(world, person);
        using var before = await browser.GetAsync($"/t/{company.Slug}/users");
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetRolesAsync(person.Id, new SetRolesDto([])));
        using var after = await browser.GetAsync($"/t/{company.Slug}/users");
        after.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.RemoveAsync(person.Id));
        using var gone = await browser.GetAsync($"/t/{company.Slug}/users");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Session_IdleOrTooOld_Ends(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        using var idle = await SignedInAsync(world, await world.PersonAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(29));
        (await StatusAsync(world, idle.SessionKey!)).ShouldBe(HttpStatusCode.OK);
        world.Clock.Advance(TimeSpan.FromMinutes(29));
        (await StatusAsync(world, idle.SessionKey!)).ShouldBe(HttpStatusCode.OK, "use moves the idle limit");
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        (await StatusAsync(world, idle.SessionKey!)).ShouldBe(HttpStatusCode.Redirect);
        using var busy = await SignedInAsync(world, await world.PersonAsync());
        for (var i = 0; i < 29; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(25));
            await StatusAsync(world, busy.SessionKey!);
        }

        (await StatusAsync(world, busy.SessionKey!)).ShouldBe(HttpStatusCode.Redirect, "12 hours are over");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task SessionsPage_EndOthers_KeepsOnlyThisOne(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var here = await SignedInAsync(world, person);
        using var there = await SignedInAsync(world, person);
        using var answer = await here.PostAsync(Page, $"{Page}?handler=EndOthers");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(world, there.SessionKey!)).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(world, here.SessionKey!)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task SessionsPage_Always_ListsDeviceAddressAndUseAndEndsASingleOne(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        foreach (var (device, address) in new[] { ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "203.0.113.41"), ("curl/8.5", "203.0.113.42") })
            await world.Host.RunAsync(null, new CurrentUserInfo(ClientAddress: address, Device: device), s => s.GetRequiredService<ISessionStore>().CreateAsync(person.Id, rememberMe: false));
        using var here = await SignedInAsync(world, person);
        var listed = await world.AsAsync<ISessionAppService, IReadOnlyList<SessionDto>>(null, person, s => s.GetListAsync());
        var page = await here.ReadAsync(Page);
        page.ShouldContain("Firefox");
        page.ShouldContain("203.0.113.41");
        page.ShouldContain("203.0.113.42");
        listed.Count.ShouldBe(3);
        listed.ShouldAllBe(s => s.LastSeenAt >= s.CreatedAt && s.ExpiresAt > s.LastSeenAt);
        var gone = listed.Single(s => s.ClientAddress == "203.0.113.41").Id;
        using (var answer = await here.PostAsync(Page, $"{Page}?handler=End&id={gone}"))
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var left = await here.ReadAsync(Page);
        left.ShouldNotContain("203.0.113.41");
        left.ShouldContain("203.0.113.42");
        left.ShouldContain("Current");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Sessions_OfSomebodyElse_CannotBeEnded(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (mine, theirs) = (await world.PersonAsync(), await world.PersonAsync());
        using var browser = await SignedInAsync(world, theirs);
        var id = (await world.AsAsync<ISessionAppService, IReadOnlyList<SessionDto>>(null, theirs, s => s.GetListAsync())).ShouldHaveSingleItem().Id;
        await world.AsAsync<ISessionAppService>(null, mine, s => s.SignOutAsync(id)).ShouldThrowAsync<EntityNotFoundException>();
        (await StatusAsync(world, browser.SessionKey!)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task ChangePassword_WithTheCurrentOne_EndsOtherSessionsOnly(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var here = await SignedInAsync(world, person);
        using var there = await SignedInAsync(world, person);
        using var wrong = await ChangeAsync(here, "Not-my-password-1", "Fresh-horse-88");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Password_CurrentPassword-error");
        using var right = await ChangeAsync(here, Person.Password, "Fresh-horse-88");
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(world, there.SessionKey!)).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(world, here.SessionKey!)).ShouldBe(HttpStatusCode.OK);
        (await world.SignInAsync(person.Email, "Fresh-horse-88")).ShouldNotBeNull();
        (await world.SignInAsync(person.Email, Person.Password)).ShouldBeNull();
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string next) => browser.PostAsync(
        "/account/profile", "/account/profile?handler=Password",
        ("Password.CurrentPassword", current), ("Password.NewPassword", next), ("Password.RepeatPassword", next));

    private static async Task<Browser> SignedInAsync(World world, Person person)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(World world, string key)
    {
        using var response = await Browser.WithCookieAsync(world, key, Page);
        return response.StatusCode;
    }
}
