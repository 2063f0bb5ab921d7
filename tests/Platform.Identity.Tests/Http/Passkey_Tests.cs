using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Signing in with a passkey, alone or after the password.</summary>
[Trait("Req", "IDN-06")]
public sealed class Passkey_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string SignInPage = "/account/sign-in";

    [Theory, Databases]
    public async Task SignIn_WithAPasskeyAlone_BeginsASessionByBothFactors(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        using var browser = new Browser(world);
        using var answer = await PasskeyPages.AnswerAsync(world, browser, $"{SignInPage}?returnUrl=%2Faccount%2Fsessions", key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Uri.UnescapeDataString(answer.Headers.Location!.ToString()).ShouldEndWith("/account/sessions");
        (await browser.ReadAsync("/account/sessions")).ShouldContain(person.Name);
        (await SessionAsync(world, person)).FactorAt.ShouldNotBeNull().ShouldBe(world.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMilliseconds(1));
        world.Audit.Of(person.Id, "Identity.Passkey.SignedIn").Count.ShouldBe(1);
        (await browser.ReadAsync(PasskeyPages.Page)).ShouldContain("Laptop");
    }

    [Theory, Databases]
    public async Task SignIn_ForgedAnswer_IsRefusedUniformly(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (_, key, _) = await PasskeyPages.PersonAsync(world);
        using var forger = new SecurityKey { Id = key.Id, Handle = key.Handle };
        using var stranger = new SecurityKey { Handle = key.Handle };
        (await PasskeyPages.SignInAsync(world, forger)).ShouldBeNull("another key");
        (await PasskeyPages.SignInAsync(world, stranger)).ShouldBeNull("unknown");
        foreach (var origin in new[] { "https://evil.example", "http://localhost:5081", "https://localhost:5080", "http://localhost:5080.evil.example" })
        {
            key.Origin = origin;
            (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull(origin);
        }

        key.Origin = "http://localhost:5080";
        key.VerifiesItsPerson = false;
        (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull("whoever holds the device");
        key.VerifiesItsPerson = true;
        var question = await PasskeyPages.AskAsync(world);
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer(key.Get((await PasskeyPages.AskAsync(world)).Options), question.State))).ShouldBeNull("another challenge");
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer(key.Get(question.Options), ""))).ShouldBeNull("no question");
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer("{}", question.State))).ShouldBeNull();
        using var browser = new Browser(world);
        using var page = await PasskeyPages.AnswerAsync(world, browser, SignInPage, forger);
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PasskeyPages.TextAsync(page)).ShouldContain("not accepted");
        browser.SessionKey.ShouldBeNull();
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task SignIn_AnswerSentAgain_OpensOnce(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        var (earlier, question) = (await PasskeyPages.AskAsync(world), await PasskeyPages.AskAsync(world));
        var answer = new PasskeyAnswer(key.Get(question.Options), question.State);
        var opened = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PasskeyPages.SignInAsync(world, answer)));
        opened.Count(p => p is not null).ShouldBe(1, "of those who come at once one wins");
        (await PasskeyPages.SignInAsync(world, answer)).ShouldBeNull("replayed");
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer(key.Get(earlier.Options), earlier.State))).ShouldBeNull("asked before the last one accepted");
        world.Audit.Of(person.Id, "Identity.Passkey.Failed").ShouldAllBe(r => r.Changes.Single().New == "Replayed");
    }

    [Theory, Databases]
    public async Task SignIn_AskedTooLongAgo_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (_, key, _) = await PasskeyPages.PersonAsync(world);
        var question = await PasskeyPages.AskAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await PasskeyPages.SignInAsync(world, new PasskeyAnswer(key.Get(question.Options), question.State))).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task SignIn_CountGoesBack_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (_, key, _) = await PasskeyPages.PersonAsync(world, count: 7);
        key.Count = 9;
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();
        foreach (var count in new[] { 9u, 8u, 0u })
        {
            key.Count = count;
            (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull("a copy of the authenticator");
        }

        key.Count = 10;
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task SignIn_HandleOfSomebodyElse_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (_, mine, _) = await PasskeyPages.PersonAsync(world);
        var (_, other, _) = await PasskeyPages.PersonAsync(world);
        (mine.Handle, var own) = (other.Handle, mine.Handle);
        (await PasskeyPages.SignInAsync(world, mine)).ShouldBeNull();
        foreach (var handle in new[] { "", "bm9ib2R5" })
        {
            mine.Handle = handle;
            (await PasskeyPages.SignInAsync(world, mine)).ShouldBeNull();
        }

        mine.Handle = own;
        (await PasskeyPages.SignInAsync(world, mine)).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task SignIn_InactivePerson_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == person.Id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
        (await PasskeyPages.SignInAsync(world, key)).ShouldBeNull();
        world.Audit.Of(person.Id, "Identity.Passkey.Failed").Single().Changes.Single().New.ShouldBe("Inactive");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_PasswordsGuessedTooOften_LockNoPasskeyOut(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        for (var guess = 0; guess < 6; guess++)
            (await world.SignInAsync(person.Email, "Wrong-guess-1", world.NewAddress())).ShouldBeNull();
        (await world.SignInAsync(person.Email, Person.Password)).ShouldBeNull("the account is blocked for passwords");
        (await PasskeyPages.SignInAsync(world, key)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_FromABlockedAddress_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        using var forger = new SecurityKey { Id = key.Id, Handle = key.Handle };
        var address = world.NewAddress();
        for (var attempt = 0; attempt < 9; attempt++)
            (await PasskeyPages.SignInAsync(world, forger, address)).ShouldBeNull();
        (await PasskeyPages.SignInAsync(world, key, address)).ShouldNotBeNull("a success takes its count back");
        (await PasskeyPages.SignInAsync(world, forger, address)).ShouldBeNull();
        (await PasskeyPages.SignInAsync(world, key, address)).ShouldBeNull();
        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldBeNull("nor by password");
        (await PasskeyPages.SignInAsync(world, key, world.NewAddress())).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Code_PersonWithAPasskeyOnly_TakesNobodyElses(TestDatabase database)
    {
        const string code = "/account/code";
        var world = await hosts.GetAsync(database);
        var (person, key, _) = await PasskeyPages.PersonAsync(world);
        var (_, other, _) = await PasskeyPages.PersonAsync(world);
        using var browser = new Browser(world);
        using (var stranger = await browser.PostAsync(SignInPage, $"{code}?handler=PasskeyQuestion"))
            stranger.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "no password was accepted");
        using (var password = await browser.SignInAsync(person.Email, Person.Password))
            Uri.UnescapeDataString(password.Headers.Location!.ToString()).ShouldEndWith(code);
        browser.SessionKey.ShouldBeNull();
        var page = await browser.ReadAsync(code);
        page.ShouldContain("Use a passkey");
        page.ShouldNotContain("six digits");
        using (var foreign = await PasskeyPages.AnswerAsync(world, browser, code, other))
            foreign.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var discovered = await browser.PostAsync(code, $"{code}?handler=Passkey", ("Credential", other.Get((await PasskeyPages.AskAsync(world)).Options))))
            discovered.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var entered = await PasskeyPages.AnswerAsync(world, browser, code, key))
            entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SessionAsync(world, person)).FactorAt.ShouldNotBeNull();
        world.Audit.Of(person.Id, "Identity.SecondFactor.Succeeded").Single().Changes.Single().New.ShouldBe("Passkey");
        world.Audit.Of(person.Id, "Identity.SecondFactor.Failed").Count.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Verify_AnswerOfSomebodyElseToAnOpenQuestion_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, _, _) = await PasskeyPages.PersonAsync(world);
        var (_, other, _) = await PasskeyPages.PersonAsync(world);
        var question = await PasskeyPages.AskAsync(world);
        var answer = new PasskeyAnswer(other.Get(question.Options), question.State);
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<IPasskeyService>().VerifyAsync(person.Id, answer, TestContext.Current.CancellationToken))).ShouldBeFalse();
        (await PasskeyPages.SignInAsync(world, answer)).ShouldNotBeNull("it was right for its own person");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("https://192.0.2.7", null)]
    [InlineData("https://pay.example/platform", "pay.example")]
    public async Task Ask_Always_NamesTheConfiguredDomainAndNeverTheRequests(string baseUrl, string? domain)
    {
        var settings = new Dictionary<string, string> { ["App:BaseUrl"] = baseUrl };
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: settings, Demonstration: false));
        using var client = host.CreateClient();
        (await client.GetStringAsync(SignInPage, TestContext.Current.CancellationToken)).Contains("Sign in with a passkey").ShouldBe(domain is not null);
        var ask = host.RunAsync(null, null, s => s.GetRequiredService<IPasskeyService>().AskAsync(null));
        if (domain is null)
            await ask.ShouldBeRefusedAsync(IdentityErrorCodes.PasskeysUnavailable);
        else
            JsonDocument.Parse((await ask).Options).RootElement.GetProperty("rpId").GetString().ShouldBe(domain);
    }

    private static Task<UserSession> SessionAsync(World world, Person person) => world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>()
        .Sessions.AsNoTracking().Where(x => x.UserId == person.Id).OrderByDescending(x => x.Id).FirstAsync());
}
