using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>How far a session begun by a provider gets: whoever runs it could say to be anybody who has linked.</summary>
[Trait("Req", "IDN-07")]
[Trait("Req", "TEN-07")]
public sealed class SignOnLimit_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Session_OfOneCompanysProvider_OpensThatCompanyAlone(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var other = await it.World.CompanyAsync();
        await it.LinkedAsync(alsoIn: other);
        using var browser = await it.EnteredAsync();
        await browser.ReadAsync($"/t/{it.Company.Slug}");
        var companies = await browser.ReadAsync("/companies");
        companies.ShouldContain(it.Company.Name);
        companies.ShouldNotContain(other.Name + "<", Case.Sensitive, "that the person works there is nobody's business here");
        foreach (var slug in new[] { other.Slug, "no-such-company" })
            await LeadsToAsync(browser, $"/t/{slug}", "/account/limited");
        using (var home = await browser.GetAsync("/"))
            home.Headers.Location!.ToString().ShouldBe($"/t/{it.Company.Slug}");
        (await browser.ReadAsync($"/account/limited?returnUrl=%2Ft%2F{other.Slug}")).ShouldContain($"/account/sso/{other.Slug}");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Session_OfAProvider_OpensTheAccountOnlyAfterAProofOfThePersonsOwn(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var other = await it.World.CompanyAsync();
        await it.LinkedAsync(alsoIn: other);
        using var browser = await it.EnteredAsync();
        foreach (var page in new[] { "/account/profile", "/account/tokens", "/account/second-factor", "/account/sessions", "/account/links", "/account/groups", "/account/new-password" })
            await LeadsToAsync(browser, page, "/account/confirm");
        (await ConfirmAsync(browser, "Wrong-guess-1")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ConfirmAsync(browser, Person.Password)).ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync("/account/tokens");
        await LeadsToAsync(browser, $"/t/{other.Slug}", "/account/limited");
        using (var token = await browser.PostAsync("/account/tokens", "/account/tokens", ("Input.Name", "All"), ("Input.ValidDays", "30")))
            token.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a token would open the other company");
        using (var links = await browser.GetAsync("/account/links"))
            links.Headers.Location!.ToString().ShouldStartWith("/account/limited", customMessage: "no more links from here");
        it.World.Clock.Advance(TimeSpan.FromMinutes(11));
        await LeadsToAsync(browser, "/account/tokens", "/account/confirm");
        await browser.ReadAsync($"/t/{it.Company.Slug}");
    }

    [Theory, Databases]
    public async Task Group_Provider_OpensTheCompaniesItsSaverAnswersForAndThatStillBelong(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var (first, second, foreign) = (await world.CompanyAsync(), await world.CompanyAsync(), await world.CompanyAsync());
        var owner = await world.PersonAsync(first, StandardRoles.Administrator);
        await world.JoinAsync(owner, second, StandardRoles.Administrator);
        await world.JoinAsync(owner, foreign, StandardRoles.Reader);
        var group = await GroupAsync(world, owner, first, second, foreign);
        await world.AsAsync<ISignOnProviderAppService>(null, owner, p => p.SetAsync(SettingPlace.Group(group), SignOnWorld.Input(provider)));
        var place = await world.AsAsync<ISignOnProviderAppService, SignOnPlaceDto>(null, owner, p => p.GetAsync(SettingPlace.Group(group)));
        place.Opens.ShouldBe([first.Name, second.Name], ignoreOrder: true);
        (await world.AsAsync<ISignOnService, SignOnOffer?>(null, null, s => s.FindAsync(foreign.Slug))).ShouldBeNull("nobody who answers for it agreed");
        var it = new SignOnWorld(world, provider, (await world.Host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(first.Id)))!, owner);
        await it.LinkedAsync("member", second, foreign);
        using var browser = await it.EnteredAsync("member");
        await browser.ReadAsync($"/t/{first.Slug}");
        await browser.ReadAsync($"/t/{second.Slug}");
        await LeadsToAsync(browser, $"/t/{foreign.Slug}", "/account/limited");
        await world.AsAsync<IGroupAppService>(null, owner, g => g.RemoveCompanyAsync(group, second.Id));
        await LeadsToAsync(browser, $"/t/{second.Slug}", "/account/limited");
        await browser.ReadAsync($"/t/{first.Slug}");
    }

    [Theory, Databases]
    public async Task Provider_WithTheAddressOfSomebodyElse_OpensNothingOfTheirs(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var victim = await it.World.PersonAsync(it.Company, StandardRoles.Administrator);
        using var browser = new Browser(it.World);
        using var answer = await it.ReturnAsync(browser, await it.GoAsync(browser), "attacker", c =>
        {
            c["email"] = victim.Email;
            c["email_verified"] = true;
            c["preferred_username"] = victim.Email;
        });
        (await PasskeyPages.TextAsync(answer)).ShouldContain("belongs to nobody who may enter here");
        browser.SessionKey.ShouldBeNull();
        it.Failures.ShouldBe(["Unlinked"]);
    }

    [Theory, Databases]
    public async Task Unknown_InactiveAndRemoved_GetOneAnswer(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var (inactive, removed) = (await it.LinkedAsync("inactive"), await it.LinkedAsync("removed"));
        await it.World.AsAsync<IUserAppService>(it.Company, it.Administrator, u => u.SetActiveAsync(inactive.Id, false));
        await it.World.AsAsync<IUserAppService>(it.Company, it.Administrator, u => u.RemoveAsync(removed.Id));
        var pages = new List<string>();
        foreach (var subject in new[] { "never-seen", "inactive", "removed" })
        {
            using var browser = new Browser(it.World);
            using var answer = await it.ReturnAsync(browser, await it.GoAsync(browser), subject);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            browser.SessionKey.ShouldBeNull(subject);
            var page = await PasskeyPages.TextAsync(answer);
            pages.Add(page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main", StringComparison.Ordinal)]);
        }

        pages.Distinct().Count().ShouldBe(1);
        it.Failures.ShouldBe(["Unlinked", "Inactive", "NoMember"]);
    }

    [Theory, Databases]
    public async Task Session_OpenWhenItsPersonIsRemovedOrProviderSwitchedOff_OpensNothing(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var (removed, _) = (await it.LinkedAsync("removed"), await it.LinkedAsync("stays"));
        using var first = await it.EnteredAsync("removed");
        using var second = await it.EnteredAsync("stays");
        await it.World.AsAsync<IUserAppService>(it.Company, it.Administrator, u => u.RemoveAsync(removed.Id));
        using (var gone = await first.GetAsync($"/t/{it.Company.Slug}"))
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await it.SetAsync(i => i with { Policy = SignOnPolicy.Off });
        await LeadsToAsync(second, $"/t/{it.Company.Slug}", "/account/sign-in");
        await it.SetAsync(i => i);
        await LeadsToAsync(second, $"/t/{it.Company.Slug}", "/account/sign-in");
    }

    private async Task<(SignOnWorld It, TestProvider Provider)> StartAsync(TestDatabase database)
    {
        var provider = await TestProvider.StartAsync();
        return (await SignOnWorld.StartAsync(await hosts.GetAsync(database), provider), provider);
    }

    // The foreign company comes in by one of its own, who administers the group too.
    private static async Task<Guid> GroupAsync(World world, Person owner, TenantInfo first, TenantInfo second, TenantInfo foreign)
    {
        var group = (await world.AsAsync<IGroupAppService, GroupDto>(null, owner, g => g.CreateAsync(new CreateGroupDto("Group", first.Id)))).Id;
        await world.AsAsync<IGroupAppService>(null, owner, g => g.AddCompanyAsync(group, second.Id));
        var partner = await world.PersonAsync(foreign, StandardRoles.Administrator);
        await world.JoinAsync(partner, first, StandardRoles.Reader);
        await world.AsAsync<IGroupAppService>(null, owner, g => g.AddAdministratorAsync(group, partner.Id));
        await world.AsAsync<IGroupAppService>(null, partner, g => g.AddCompanyAsync(group, foreign.Id));
        return group;
    }

    private static async Task<HttpStatusCode> ConfirmAsync(Browser browser, string proof)
    {
        using var answer = await browser.PostAsync("/account/confirm", "/account/confirm", ("Proof", proof));
        return answer.StatusCode;
    }

    private static async Task LeadsToAsync(Browser browser, string page, string target)
    {
        using var answer = await browser.GetAsync(page);
        (answer.Headers.Location?.ToString()).ShouldBe($"{target}?returnUrl={Uri.EscapeDataString(page)}", page);
    }
}
