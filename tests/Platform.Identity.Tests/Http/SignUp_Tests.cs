using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "TEN-09")]
public sealed class SignUp_Tests(SignUpHosts hosts) : IClassFixture<SignUpHosts>
{
    private const string Page = "/account/sign-up";
    private static readonly SignUpDto Account = new("Nina Neuve", Person.Password, Person.Password, Terms.Version);

    [Theory, Databases]
    public async Task Page_KnownAndUnknownAddress_AnswersTheSameAndMailsWhatFits(TestDatabase database)
    {
        var (world, known) = await StartAsync(database);
        var unknown = NewAddress();
        using var browser = new Browser(world);
        using var first = await browser.PostAsync(Page, Page, ("Email", known.Email));
        using var second = await browser.PostAsync(Page, Page, ("Email", unknown));
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        (await SentAsync(first)).ShouldBe(await SentAsync(second));
        await world.Mail.WaitForAsync(known.Email, 1);
        await world.Mail.WaitForAsync(unknown, 1);
        world.Mail.To(known.Email)[^1].Text.ShouldContain("/companies/new");
        world.Mail.To(known.Email)[^1].Text.ShouldNotContain("/account/sign-up/");
        world.Mail.To(unknown)[^1].Text.ShouldContain("/account/sign-up/");
    }

    [Theory, Databases]
    public async Task Link_NewPerson_MakesOneAccountThatFoundsACompany(TestDatabase database)
    {
        var (world, _) = await StartAsync(database);
        var email = NewAddress();
        var page = $"{Page}/{await LinkAsync(world, email)}";
        using var browser = new Browser(world);
        using (var refused = await PostAsync(browser, page, "short", accepted: true))
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var unread = await PostAsync(browser, page, Person.Password, accepted: false))
            unread.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var made = await PostAsync(browser, page, Person.Password, accepted: true))
            made.Headers.Location!.ToString().ShouldBe("/account/sign-in?returnUrl=%2Fcompanies%2Fnew");
        (await browser.ReadDeadAsync(page)).ShouldContain("This link has been used");
        (await browser.GetAsync("/companies/new")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "nobody is signed in by a link");
        var person = (await world.SignInAsync(email, Person.Password)).ShouldNotBeNull();
        (await world.AsAsync<IdentityDbContext, string?>(null, null, c => c.Users.Where(u => u.Id == person.UserId).Select(u => u.TermsVersion).SingleAsync())).ShouldBe(Terms.Version);
        world.Audit.Of(person.UserId, "Identity.SignUp.Completed").ShouldHaveSingleItem();
        await FoundsAsync(world, new Person(person.UserId, email, person.Name), $"Neuve {Guid.CreateVersion7():N}");
    }

    [Theory, Databases]
    public async Task Link_ReplacedOrExpired_IsRefusedAndLeavesNoAccount(TestDatabase database)
    {
        var (world, _) = await StartAsync(database);
        var email = NewAddress();
        var replaced = await LinkAsync(world, email);
        var current = await LinkAsync(world, email);
        await CompleteAsync(world, replaced).ShouldBeRefusedAsync(IdentityErrorCodes.LinkReplaced);
        world.Clock.Advance(TimeSpan.FromDays(1.1));
        await CompleteAsync(world, current).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        (await world.SignInAsync(email, Person.Password)).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Link_AccountMadeMeanwhile_IsRefused(TestDatabase database)
    {
        var (world, _) = await StartAsync(database);
        var email = NewAddress();
        var token = await LinkAsync(world, email);
        await world.Host.RunAsync(null, null, async s =>
        {
            var user = User.New(email, "Alix", "en", world.Clock.GetUtcNow().UtcDateTime);
            (await s.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>().CreateAsync(user, "Other-horse-8")).Succeeded.ShouldBeTrue();
        });
        await CompleteAsync(world, token).ShouldBeRefusedAsync(IdentityErrorCodes.SignUpKnown);
        (await world.SignInAsync(email, Person.Password)).ShouldBeNull("the password of an account never comes from a sign-up");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task Request_AgainAndAgain_StopsWritingToTheAddressAndFromTheNetwork(TestDatabase database)
    {
        var (world, _) = await StartAsync(database);
        var email = NewAddress();
        for (var i = 0; i < 5; i++)
            await LinkAsync(world, email);
        await RequestAsync(world, email, world.NewAddress());
        await LinkAsync(world, NewAddress());
        world.Mail.To(email).Count.ShouldBe(5);
        var network = world.NewAddress();
        var addresses = Enumerable.Range(0, 6).Select(_ => NewAddress()).ToList();
        foreach (var address in addresses)
            await RequestAsync(world, address, network);
        foreach (var address in addresses[..5])
            await world.Mail.WaitForAsync(address, 1);
        await LinkAsync(world, NewAddress());
        world.Mail.To(addresses[5]).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task SignUp_NotEnabled_IsClosed(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: new Dictionary<string, string> { ["SignUp:Enabled"] = "false" }));
        using var client = host.CreateClient();
        (await client.GetAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await host.RunAsync(null, null, s => s.GetRequiredService<ISignUpAppService>().RequestAsync("a@test.example", "en")).ShouldBeRefusedAsync(TenancyErrorCodes.SignUpClosed);
    }

    private static async Task FoundsAsync(World world, Person founder, string name)
    {
        var slug = await world.AsAsync<ICompanyFoundingAppService, string>(null, founder, f => f.FoundAsync(new CreateCompanyDto
        {
            Name = name,
            TenantType = TenantTypes.Sme,
            Language = "fr",
            Color = "#0f766e",
            Address = new AddressDto { Town = "Lyon", Country = "FR" },
        }));
        var company = (await world.AsAsync<ITenantStore, TenantInfo?>(null, null, t => t.FindBySlugAsync(slug))).ShouldNotBeNull();
        (await world.IsGrantedAsync(company, founder, IdentityPermissions.Users.Manage)).ShouldBeTrue("the founder administers it");
        var steps = await world.AsAsync<IFirstStepAppService, FirstStepsDto>(company, founder, s => s.GetAsync());
        steps.Steps.Select(s => s.TextKey).ShouldBe([
            "Tenancy.FirstStep.Company", "Identity.FirstStep.SecondFactor", "Sepa.FirstStep.Account", "Accounting.FirstStep.Accountant", "Accounting.FirstStep.Document",
            "Identity.FirstStep.Colleague"]);
        steps.Steps.ShouldAllBe(s => !s.IsDone);
        steps.TrialDaysLeft.ShouldBe(30);
        await world.AsAsync<IUserAppService>(company, founder, async u => await u.InviteAsync(new InviteUserDto(NewAddress(), "Colleague", "fr", [await world.RoleAsync(company, StandardRoles.Reader)])));
        (await world.AsAsync<IFirstStepAppService, FirstStepsDto>(company, founder, s => s.GetAsync())).Steps.Single(s => s.IsDone).TextKey.ShouldBe("Identity.FirstStep.Colleague");
    }

    private static string NewAddress() => $"n{Guid.CreateVersion7():N}@test.example";

    private async Task<(World World, Person Known)> StartAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        return (world, await world.PersonAsync());
    }

    private static async Task<string> LinkAsync(World world, string email)
    {
        var count = world.Mail.To(email).Count;
        await RequestAsync(world, email, world.NewAddress());
        await world.Mail.WaitForAsync(email, count + 1);
        return world.Mail.TokenFor(email, "/account/sign-up/");
    }

    private static Task RequestAsync(World world, string email, string network) => world.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: network), s => s.GetRequiredService<ISignUpAppService>().RequestAsync(email, "en"));

    private static Task CompleteAsync(World world, string token) => world.AsAsync<ISignUpAppService>(null, null, s => s.CompleteAsync(token, Account));

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string page, string password, bool accepted) => browser.PostAsync(
        page, page, ("Input.Name", Account.Name), ("Input.Password", password), ("Input.RepeatPassword", password), ("Input.Accepted", accepted ? "true" : "false"));

    private static async Task<string> SentAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var start = html.IndexOf("<h1", StringComparison.Ordinal);
        return html[start..html.IndexOf("</a>", start, StringComparison.Ordinal)];
    }
}
