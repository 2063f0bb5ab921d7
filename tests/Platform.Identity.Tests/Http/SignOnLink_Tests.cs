using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Who becomes known by which account at a provider, and what a provider may ask of people.</summary>
[Trait("Req", "IDN-07")]
public sealed class SignOnLink_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Link_WithoutAFreshProof_AsksForOneFirst(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var person = await it.World.PersonAsync(it.Company, StandardRoles.Reader);
        using var browser = await it.SignedInAsync(person);
        var question = await it.LinkAsync(browser);
        it.World.Clock.Advance(TimeSpan.FromMinutes(9));
        using (var thief = await it.SignedInAsync(await it.World.PersonAsync(it.Company, StandardRoles.Reader)))
        using (var foreign = await it.ReturnAsync(thief, question))
            foreign.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the question was another browser's");
        it.World.Clock.Advance(TimeSpan.FromMinutes(5));
        using var asked = await browser.PostAsync("/account/links", $"/account/links?handler=Link&id={Guid.CreateVersion7()}");
        asked.Headers.Location!.ToString().ShouldStartWith("/account/confirm");
        (await it.LinksAsync()).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Link_AccountOrPersonLinkedAlready_IsRefused(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var person = await it.LinkedAsync();
        var another = await it.World.PersonAsync(it.Company, StandardRoles.Reader);
        using var browser = await it.SignedInAsync(another);
        using (var taken = await it.ReturnAsync(browser, await it.LinkAsync(browser)))
            (await PasskeyPages.TextAsync(taken)).ShouldContain(IdentityErrorCodes.SignOnLinked);
        using var own = await it.SignedInAsync(person);
        using (var second = await it.ReturnAsync(own, await it.LinkAsync(own), "subject-2"))
            (await PasskeyPages.TextAsync(second)).ShouldContain(IdentityErrorCodes.SignOnLinked);
        (await it.LinksAsync()).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Unknown_WhoSignsInByPasswordOnce_LinksAndEntersByTheProvider(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var person = await it.World.PersonAsync(it.Company, StandardRoles.Reader);
        using var browser = new Browser(it.World);
        using (await it.ReturnAsync(browser, await it.GoAsync(browser), "mine", c => c["preferred_username"] = "p.durand"))
        {
        }

        using (var entered = await browser.SignInAsync(person.Email, Person.Password, "?returnUrl=%2Faccount%2Flinks"))
            entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await it.LinksAsync()).ShouldBe(0, "signing in links nothing by itself");
        (await browser.ReadAsync("/account/links")).ShouldContain("p.durand");
        using (await browser.PostAsync("/account/links", "/account/links?handler=Pending"))
        {
        }

        it.World.Audit.Of(person.Id, "Identity.SignOn.Linked").ShouldHaveSingleItem().TenantId.ShouldBe(it.Company.Id);
        using var again = await it.EnteredAsync("mine");
        await again.ReadAsync($"/t/{it.Company.Slug}");
    }

    [Theory, Databases]
    public async Task Link_OfAStrangerOrAnAddressOfAnotherDomain_IsRefused(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        using (var stranger = await it.SignedInAsync(await it.World.PersonAsync()))
        using (var refused = await it.ReturnAsync(stranger, await it.LinkAsync(stranger)))
            (await PasskeyPages.TextAsync(refused)).ShouldContain(IdentityErrorCodes.SignOnStranger);
        await it.SetAsync(i => i with { Domains = ["other.example"] });
        using var member = await it.SignedInAsync(await it.World.PersonAsync(it.Company, StandardRoles.Reader));
        using (var refused = await it.ReturnAsync(member, await it.LinkAsync(member)))
            (await PasskeyPages.TextAsync(refused)).ShouldContain(IdentityErrorCodes.SignOnDomain);
        await it.SetAsync(i => i with { Domains = ["@Test.example"] });
        using var right = await it.ReturnAsync(member, await it.LinkAsync(member));
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    public async Task Unlink_ByAdministratorOrPerson_EndsTheSessionOnTheNextRequest(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        foreach (var byAdministrator in new[] { true, false })
        {
            var person = await it.LinkedAsync("leaving");
            using var browser = await it.EnteredAsync("leaving");
            await browser.ReadAsync($"/t/{it.Company.Slug}");
            var link = (await it.World.AsAsync<ISignOnProviderAppService, IReadOnlyList<SignOnPersonDto>>(it.Company, it.Administrator, p => p.GetPeopleAsync(SettingPlace.Entity)))
                .Single(p => p.UserId == person.Id).LinkId;
            if (byAdministrator)
                await it.World.AsAsync<ISignOnProviderAppService>(it.Company, it.Administrator, p => p.UnlinkAsync(SettingPlace.Entity, link));
            else
                await it.World.AsAsync<ISignOnLinkAppService>(null, person, l => l.UnlinkAsync(link));
            using var ended = await browser.GetAsync($"/t/{it.Company.Slug}");
            ended.Headers.Location!.ToString().ShouldStartWith("/account/sign-in");
        }
    }

    [Theory, Databases]
    public async Task Invitation_AcceptedByTheProvider_MakesAnAccountWithoutAPassword(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(world, provider, invited: true);
        const string email = "nina.neuve@test.example";
        var address = $"{it.Company.Slug}-{email}";
        var token = await InviteAsync(it, address);
        using var browser = new Browser(world);
        (await browser.ReadAsync($"/account/invitation/{token}")).ShouldContain("Accept with Provider");
        using var sent = await browser.GetAsync($"/account/invitation/{token}?handler=Provider");
        using var entered = await it.ReturnAsync(browser, Question.Read(sent.Headers.Location!.ToString()), "nina");
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect, await PasskeyPages.TextAsync(entered));
        await browser.ReadAsync($"/t/{it.Company.Slug}");
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.SingleAsync(u => u.Email == address, TestContext.Current.CancellationToken))).PasswordHash.ShouldBeNull();

        var existing = await world.PersonAsync();
        var second = await InviteAsync(it, existing.Email);
        using var other = new Browser(world);
        (await other.ReadAsync($"/account/invitation/{second}")).ShouldNotContain("Accept with Provider");
        using var refused = await other.GetAsync($"/account/invitation/{second}?handler=Provider");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "whoever has an account signs in to it first");
    }

    [Theory, Databases]
    public async Task Required_OfALinkedMember_RefusesThePasswordInTheWordsOfAWrongOne(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var (linked, unlinked) = (await it.LinkedAsync(), await it.World.PersonAsync(it.Company, StandardRoles.Reader));
        await it.SetAsync(i => i with { Policy = SignOnPolicy.Required });
        (await RefusalAsync(it, linked, Person.Password)).ShouldBe(await RefusalAsync(it, linked, "Wrong-guess-1"));
        it.World.Audit.Of(linked.Id, "Identity.SignIn.Failed").Select(r => r.Changes[0].New).ShouldBe(["ByProviderOnly", "WrongPassword"]);
        using var right = await it.EnteredAsync();
        await right.ReadAsync($"/t/{it.Company.Slug}");
        using var browser = await it.SignedInAsync(unlinked);
        using (var home = await browser.GetAsync("/"))
            home.Headers.Location!.ToString().ShouldStartWith("/account/links", customMessage: "in only to link");
        using (var closed = await browser.GetAsync($"/t/{it.Company.Slug}"))
            closed.Headers.Location!.ToString().ShouldStartWith("/account/limited");
        using var done = await it.ReturnAsync(browser, await it.LinkAsync(browser), "late");
        done.Headers.Location!.ToString().ShouldBe("/account/links");
    }

    [Theory, Databases]
    public async Task Required_OfWhoWorksElsewhereOrAdministers_ClosesThatCompanyOrAsksForAFactor(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var other = await it.World.CompanyAsync();
        var person = await it.LinkedAsync(alsoIn: other);
        await it.SetAsync(i => i with { Policy = SignOnPolicy.Required });
        using var browser = await it.SignedInAsync(person);
        await browser.ReadAsync($"/t/{other.Slug}");
        await browser.ReadAsync("/account/profile");
        using (var closed = await browser.GetAsync($"/t/{it.Company.Slug}"))
            closed.Headers.Location!.ToString().ShouldStartWith("/account/limited");
        using var administrator = await it.SignedInAsync(it.Administrator);
        using (var owed = await administrator.GetAsync($"/t/{it.Company.Slug}"))
            owed.Headers.Location!.ToString().ShouldStartWith("/account/second-factor");
        await App.SetUpAsync(it.World, administrator);
        await administrator.ReadAsync($"/t/{it.Company.Slug}");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task Factor_OfOurs_IsAskedAsTheCompanySays(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var person = await it.LinkedAsync();
        App app;
        using (var own = await it.SignedInAsync(person))
            (app, _) = await App.SetUpAsync(it.World, own);
        await it.LinkedAsync("without-factor");
        (await AsksAsync(it, null)).ShouldBeFalse("by policy, and no policy asks");
        await it.SetAsync(i => i with { Factor = SignOnFactor.UnlessProven });
        (await AsksAsync(it, "mfa")).ShouldBeFalse();
        (await AsksAsync(it, "pwd")).ShouldBeTrue();
        await it.SetAsync(i => i with { Factor = SignOnFactor.Always });
        (await AsksAsync(it, "mfa")).ShouldBeTrue();
        await it.SetAsync(i => i with { Factor = SignOnFactor.ByPolicy });
        await it.World.AsAsync<ISecuritySettingsAppService>(it.Company, it.Administrator, s => s.SetAsync(
            SettingPlace.Entity, new Dictionary<string, string?> { [IdentitySettings.SecondFactorRequired] = "true", [IdentitySettings.SecondFactorGraceDays] = "0" }));
        using var browser = new Browser(it.World);
        using (await it.ReturnAsync(browser, await it.GoAsync(browser), SignOnWorld.Subject, c => c["amr"] = new System.Text.Json.Nodes.JsonArray("mfa")))
            browser.SessionKey.ShouldBeNull("the session begins after the code");
        var page = $"/account/code?returnUrl=%2Ft%2F{it.Company.Slug}";
        using (var wrong = await browser.PostAsync(page, page, ("Code", "000000")))
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var entered = await browser.PostAsync(page, page, ("Code", app.Code())))
            entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync($"/t/{it.Company.Slug}");
        using (var limited = await browser.GetAsync("/t/no-such-company"))
            limited.Headers.Location!.ToString().ShouldStartWith("/account/limited", customMessage: "still a provider's session");

        using var owing = await it.EnteredAsync("without-factor");
        using var owed = await owing.GetAsync($"/t/{it.Company.Slug}");
        owed.Headers.Location!.ToString().ShouldStartWith("/account/second-factor");
    }

    private async Task<(SignOnWorld It, TestProvider Provider)> StartAsync(TestDatabase database)
    {
        var provider = await TestProvider.StartAsync();
        return (await SignOnWorld.StartAsync(await hosts.GetAsync(database), provider), provider);
    }

    private static async Task<bool> AsksAsync(SignOnWorld it, string? means)
    {
        using var browser = new Browser(it.World);
        using var answer = await it.ReturnAsync(browser, await it.GoAsync(browser), SignOnWorld.Subject, c => c["amr"] = means is null ? null : new System.Text.Json.Nodes.JsonArray(means));
        var page = await PasskeyPages.TextAsync(answer);
        (browser.SessionKey is null).ShouldBe(page.Contains("/account/code", StringComparison.Ordinal));
        return browser.SessionKey is null;
    }

    private static async Task<string> RefusalAsync(SignOnWorld it, Person person, string password)
    {
        using var browser = new Browser(it.World);
        using var answer = await browser.SignInAsync(person.Email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await PasskeyPages.TextAsync(answer);
        page.ShouldContain("not accepted");
        var start = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("<form", start, StringComparison.Ordinal)];
    }

    private static async Task<string> InviteAsync(SignOnWorld it, string email)
    {
        var role = await it.World.RoleAsync(it.Company, StandardRoles.Reader);
        await it.World.AsAsync<IUserAppService, InvitationDto>(it.Company, it.Administrator, u => u.InviteAsync(new InviteUserDto(email, "Nina Neuve", "en", [role])));
        return it.World.Mail.TokenFor(email);
    }
}
