using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Adding, using for proofs and removing one's passkeys.</summary>
[Trait("Req", "IDN-06")]
public sealed partial class PasskeyAccount_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Page = PasskeyPages.Page;

    [Theory, Databases]
    public async Task Add_TheFirst_TellsRecoveryCodesAndEndsOtherSessions(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var browser = await SignedInAsync(world, person);
        using var other = await SignedInAsync(world, person);
        using var key = new SecurityKey();
        var codes = await PasskeyPages.AddAsync(world, browser, key, "  Laptop ");
        codes.Count.ShouldBe(10);
        await EndedAsync(other);
        (await browser.ReadAsync(Page)).ShouldContain(">Laptop</td>");
        using var second = new SecurityKey();
        (await PasskeyPages.AddAsync(world, browser, second, "Phone")).ShouldBeEmpty("recovery codes are there");
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<ISecondFactorService>().VerifyAsync(person.Id, codes[0]))).ShouldBeTrue();
        world.Audit.Of(person.Id, "Identity.Passkey.Added").Select(r => r.Changes.Single().New).ShouldBe(["Laptop", "Phone"]);
    }

    [Theory, Databases]
    public async Task Add_AnswerToSomebodyElse_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (victim, attacker) = (await world.PersonAsync(), await world.PersonAsync());
        using var key = new SecurityKey();
        var question = await world.AsAsync<IPasskeyAppService, PasskeyQuestion>(null, attacker, s => s.BeginAsync("Mine"));
        var input = new NewPasskeyDto("Mine", new PasskeyAnswer(key.Create(question.Options), question.State));
        await world.AsAsync<IPasskeyAppService>(null, victim, s => s.AddAsync(input)).ShouldBeRefusedAsync(IdentityErrorCodes.PasskeyRefused);
        await world.AsAsync<IPasskeyAppService>(null, attacker, s => s.AddAsync(input));
        await world.AsAsync<IPasskeyAppService>(null, attacker, s => s.AddAsync(input)).ShouldBeRefusedAsync(IdentityErrorCodes.PasskeyRefused);
    }

    [Theory, Databases]
    public async Task Add_EleventhOrWithoutAName_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, _, browser) = await PasskeyPages.PersonAsync(world);
        foreach (var name in new[] { " ", new string('n', 65) })
        {
            using var nameless = await browser.PostAsync(Page, $"{Page}?handler=PasskeyQuestion", ("Passkey.Name", name));
            nameless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        for (var i = 1; i < 10; i++)
        {
            using var more = new SecurityKey();
            await PasskeyPages.AddAsync(world, browser, more, $"No. {i}");
        }

        using var eleventh = await browser.PostAsync(Page, $"{Page}?handler=PasskeyQuestion", ("Passkey.Name", "No. 11"));
        (await PasskeyPages.TextAsync(eleventh)).ShouldContain("(10)");
        await world.AsAsync<IPasskeyAppService>(null, person, s => s.AddAsync(new NewPasskeyDto("No. 11", new PasskeyAnswer("{}", ""))))
            .ShouldBeRefusedAsync(IdentityErrorCodes.PasskeyCount);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task AddOrRemove_LongAfterTheLastProof_AsksForOneThatAPasskeyGives(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, browser) = await PasskeyPages.PersonAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        var remove = await RemoveActionAsync(browser);
        foreach (var action in new[] { $"{Page}?handler=PasskeyQuestion", $"{Page}?handler=AddPasskey", $"{Page}?handler=RenewByPasskey", remove })
        {
            using var stale = await browser.PostAsync(Page, action, ("Passkey.Name", "Phone"));
            stale.Headers.Location!.ToString().ShouldStartWith("/account/confirm?returnUrl=", customMessage: action);
        }

        var confirm = $"/account/confirm?returnUrl={Uri.EscapeDataString(Page)}";
        using (var password = await browser.PostAsync(confirm, confirm, ("Proof", Person.Password)))
            password.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "whoever stole the password");
        using (var proven = await PasskeyPages.AnswerAsync(world, browser, confirm, key))
            proven.Headers.Location!.ToString().ShouldBe(Page);
        var session = await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Sessions.SingleAsync(x => x.UserId == person.Id));
        session.FactorAt.ShouldNotBeNull().ShouldBe(session.ProvenAt!.Value);
        using var second = new SecurityKey();
        await PasskeyPages.AddAsync(world, browser, second, "Phone");
    }

    [Theory, Databases]
    public async Task Confirm_WithSomebodyElsesPasskey_ProvesNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (_, _, browser) = await PasskeyPages.PersonAsync(world);
        var (_, other, _) = await PasskeyPages.PersonAsync(world);
        using var answer = await PasskeyPages.AnswerAsync(world, browser, "/account/confirm", other);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Remove_TheLast_HoldsAtOnceAndTakesTheRecoveryCodesWithIt(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, browser) = await PasskeyPages.PersonAsync(world);
        using var other = new Browser(world);
        using (await PasskeyPages.AnswerAsync(world, other, "/account/sign-in", key))
        {
        }

        using (var removed = await browser.PostAsync(Page, await RemoveActionAsync(browser)))
            removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull();
        await EndedAsync(other);
        (await CodesAsync(world, person)).ShouldBe(0);
        using var again = await SignedInAsync(world, person);
        again.SessionKey.ShouldNotBeNull("the password alone");
        world.Audit.Of(person.Id, "Identity.Passkey.Removed").Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Remove_OneOfTwoFactors_KeepsTheRecoveryCodes(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, browser) = await PasskeyPages.PersonAsync(world);
        using (await PasskeyPages.AnswerAsync(world, browser, "/account/confirm", key))
        {
        }

        var (app, _) = await App.SetUpAsync(world, browser);
        using (await browser.PostAsync(Page, $"{Page}?handler=Disable", ("Code", app.Code())))
        {
        }

        (await CodesAsync(world, person)).ShouldBe(10, "the passkey is left");
        (await browser.ReadAsync("/account/confirm")).ShouldContain("Recovery code");
        await App.SetUpAsync(world, browser);
        using (await browser.PostAsync(Page, await RemoveActionAsync(browser)))
        {
        }

        (await CodesAsync(world, person)).ShouldBe(10, "the app is left");
        (await browser.ReadAsync("/account/confirm")).ShouldContain("six digits");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Remove_WithAToken_KeepsTheLastFactor(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, browser) = await PasskeyPages.PersonAsync(world);
        using var second = new SecurityKey();
        await PasskeyPages.AddAsync(world, browser, second, "Phone");
        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, s => s.CreateAsync(new CreateApiTokenDto("Test", null, null, 30)));
        using var client = world.Host.CreateClient(token.Token);
        var cancellation = TestContext.Current.CancellationToken;
        var passkeys = (await client.GetFromJsonAsync<PasskeyDto[]>("/api/me/passkeys", cancellation))!;
        passkeys.Select(p => p.Name).ShouldBe(["Laptop", "Phone"]);
        (await StatusAsync(passkeys[1].Id)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(passkeys[1].Id)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(passkeys[0].Id)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();

        async Task<HttpStatusCode> StatusAsync(Guid id)
        {
            using var answer = await client.DeleteAsync(new Uri($"/api/me/passkeys/{id}", UriKind.Relative), cancellation);
            return answer.StatusCode;
        }
    }

    [Theory, Databases]
    public async Task Remove_SomebodyElses_FindsNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (owner, key, _) = await PasskeyPages.PersonAsync(world);
        var other = await world.PersonAsync();
        var passkey = (await world.AsAsync<IPasskeyAppService, IReadOnlyList<PasskeyDto>>(null, owner, s => s.GetListAsync())).Single();
        await world.AsAsync<IPasskeyAppService>(null, other, s => s.RemoveAsync(passkey.Id)).ShouldThrowAsync<EntityNotFoundException>();
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Reset_ByAnAdministrator_RemovesPasskeys(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, browser) = await PasskeyPages.PersonAsync(world);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        (await world.AsAsync<IUserAppService, UserDto>(company, administrator, s => s.GetAsync(person.Id))).HasSecondFactor.ShouldBeTrue();
        await world.AsAsync<IUserAppService>(company, administrator, s => s.ResetSecondFactorAsync(person.Id));
        await EndedAsync(browser);
        (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull();
        (await CodesAsync(world, person)).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Renew_ByPasskey_ReplacesTheCodes(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, _, browser) = await PasskeyPages.PersonAsync(world);
        using var answer = await browser.PostAsync(Page, $"{Page}?handler=RenewByPasskey");
        (await PasskeyPages.TextAsync(answer)).ShouldContain("recovery-codes");
        (await CodesAsync(world, person)).ShouldBe(10);
        world.Audit.Of(person.Id, "Identity.RecoveryCodes.Renewed").Count.ShouldBe(1);
    }

    private static async Task<Browser> SignedInAsync(World world, Person person)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task EndedAsync(Browser browser)
    {
        using var ended = await browser.GetAsync("/account/profile");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> RemoveActionAsync(Browser browser) =>
        WebUtility.HtmlDecode(RemoveAction().Match(await browser.ReadAsync(Page)).Groups[1].Value);

    private static Task<int> CodesAsync(World world, Person person) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<IdentityDbContext>().RecoveryCodes.CountAsync(c => c.UserId == person.Id));

    [GeneratedRegex("action=\"([^\"]*handler=RemovePasskey[^\"]*)\"")]
    private static partial Regex RemoveAction();
}
