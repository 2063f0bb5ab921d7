using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-06")]
public sealed class SecondFactor_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task SignIn_WithAnApp_AsksForACodeBeforeAnySession(TestDatabase database)
    {
        var (world, person, app, codes) = await WithAppAsync(database);
        codes.Count.ShouldBe(10);
        using var browser = new Browser(world);
        await PasswordAsync(browser, person);
        browser.SessionKey.ShouldBeNull("the password alone begins no session");
        using (var early = await browser.GetAsync("/account/profile"))
            early.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CodeAsync(browser, "000000")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CodeAsync(browser, app.Code())).ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/account/second-factor")).ShouldContain("The second factor is on");
        world.Audit.Of(person.Id, "Identity.SecondFactor.Failed").Count.ShouldBe(1);
        world.Audit.Of(person.Id, "Identity.SecondFactor.Succeeded").Count.ShouldBe(2, "once to confirm the app");
    }

    [Theory, Databases]
    public async Task Code_UsedBefore_IsRefusedOnEveryHost(TestDatabase database)
    {
        var (world, person, app, _) = await WithAppAsync(database);
        var code = app.Code();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => VerifyAsync(world, person, code)));
        answers.Count(accepted => accepted).ShouldBe(1, "of those who come at once one wins");
        (await VerifyAsync(world, person, code)).ShouldBeFalse("replayed");
        (await VerifyAsync(world, person, app.Code(-1))).ShouldBeFalse("older than the last accepted one");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await VerifyAsync(world, person, app.Code())).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task RecoveryCode_UsedOnce_OpensOnce(TestDatabase database)
    {
        var (world, person, app, codes) = await WithAppAsync(database);
        (await VerifyAsync(world, person, codes[0].ToLowerInvariant())).ShouldBeTrue("as people type it");
        (await VerifyAsync(world, person, codes[0])).ShouldBeFalse();
        using var browser = await SignedInAsync(world, person, app);
        (await browser.ReadAsync("/account/second-factor")).ShouldContain(">9</dd>");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        using (await browser.PostAsync("/account/second-factor", "/account/second-factor?handler=Renew", ("Code", app.Code())))
        {
        }

        (await VerifyAsync(world, person, codes[1])).ShouldBeFalse("replaced");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task Code_GuessedTooOften_IsBlockedThoughRight(TestDatabase database)
    {
        var (world, person, app, codes) = await WithAppAsync(database);
        for (var guess = 0; guess < 5; guess++)
            (await VerifyAsync(world, person, "000000")).ShouldBeFalse();
        (await VerifyAsync(world, person, app.Code())).ShouldBeFalse();
        (await VerifyAsync(world, person, codes[0])).ShouldBeFalse();
        await LiftAsync(world, person);
        (await VerifyAsync(world, person, codes[0])).ShouldBeTrue("an administrator lifted it");
        for (var guess = 0; guess < 6; guess++)
            (await VerifyAsync(world, person, "000000")).ShouldBeFalse();
        world.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        (await VerifyAsync(world, person, app.Code())).ShouldBeTrue();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Begin_WithoutThePassword_SetsNothingUp(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        foreach (var password in new[] { "", "Wrong-guess-1" })
        {
            using var answer = await browser.PostAsync("/account/second-factor", "/account/second-factor?handler=Begin", ("Password", password));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await browser.ReadAsync("/account/second-factor")).ShouldNotContain("setup-key");
    }

    [Theory, Databases]
    public async Task PasswordAccepted_TooLongAgo_StartsOver(TestDatabase database)
    {
        var (world, person, app, _) = await WithAppAsync(database);
        using var browser = new Browser(world);
        using var stranger = new Browser(world);
        using (var none = await stranger.GetAsync("/account/code"))
            none.Headers.Location!.ToString().ShouldEndWith("/account/sign-in");
        await PasswordAsync(browser, person);
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        using (var late = await browser.GetAsync("/account/code"))
            late.Headers.Location!.ToString().ShouldEndWith("/account/sign-in");
        await PasswordAsync(browser, person);
        (await browser.ReadAsync("/account/code")).ShouldContain("recovery code");
        (await CodeAsync(browser, app.Code())).ShouldBe(HttpStatusCode.Redirect);
        using var used = await browser.GetAsync("/account/code");
        used.Headers.Location!.ToString().ShouldEndWith("/account/sign-in", customMessage: "the acceptance is gone once it is used");
    }

    [Theory, Databases]
    public async Task Disable_WithACode_AsksForThePasswordAloneAgain(TestDatabase database)
    {
        var (world, person, app, _) = await WithAppAsync(database);
        using var browser = await SignedInAsync(world, person, app);
        using var other = await SignedInAsync(world, person, app, TimeSpan.FromMinutes(1));
        (await PostAsync(browser, "Disable", "000000")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await PostAsync(browser, "Disable", app.Code())).ShouldBe(HttpStatusCode.Redirect);
        using (var ended = await other.GetAsync("/account/profile"))
            ended.StatusCode.ShouldBe(HttpStatusCode.Redirect, "other sessions end");
        using var again = new Browser(world);
        using var answer = await again.SignInAsync(person.Email, Person.Password);
        answer.Headers.Location!.ToString().ShouldNotContain("code");
        again.SessionKey.ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Reset_ByAnAdministrator_EndsSessionsAndAsksForThePasswordAlone(TestDatabase database)
    {
        var (world, person, app, _) = await WithAppAsync(database);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        var (administrator, colleague) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Reader));
        using var browser = await SignedInAsync(world, person, app);
        await Should.ThrowAsync<PermissionDeniedException>(() => ResetAsync(world, company, colleague, person));
        await ResetAsync(world, company, administrator, person);
        using (var ended = await browser.GetAsync("/account/profile"))
            ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = new Browser(world);
        using (var answer = await again.SignInAsync(person.Email, Person.Password))
            again.SessionKey.ShouldNotBeNull();
        world.Audit.Of(person.Id, "Identity.SecondFactor.Reset").Count.ShouldBe(1);

        await world.JoinAsync(person, await world.CompanyAsync());
        await ResetAsync(world, company, administrator, person).ShouldBeRefusedAsync(IdentityErrorCodes.UserInOtherCompanies);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-16")]
    public async Task Reset_ByAnAdministrator_IsToldToItsOwnerAndTheAdministrators(TestDatabase database)
    {
        var (world, person, _, _) = await WithAppAsync(database);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        var (administrator, other) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        await ResetAsync(world, company, administrator, person);
        var mail = world.Mail.To(person.Email).ShouldHaveSingleItem().Text;
        mail.ShouldContain(company.Name);
        mail.ShouldContain(administrator.Name);
        world.Mail.To(other.Email).ShouldHaveSingleItem().Subject.ShouldStartWith("Second factor taken away");
        var alert = (await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, other, a => a.GetListAsync())).ShouldHaveSingleItem();
        (alert.Kind, alert.UserId).ShouldBe(("FactorReset", person.Id));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Reset_LongAfterSignIn_AsksTheAdministratorForAFreshProof(TestDatabase database)
    {
        var (world, person, _, _) = await WithAppAsync(database);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(administrator.Email, Person.Password))
            world.Clock.Advance(TimeSpan.FromMinutes(11));
        var page = $"/t/{company.Slug}/users/{person.Id}";
        using var stale = await browser.PostAsync(page, $"{page}?handler=ResetFactor");
        stale.Headers.Location!.ToString().ShouldBe($"/account/confirm?returnUrl={Uri.EscapeDataString(page)}");
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<ISecondFactorService>().IsRequiredAsync(person.Id))).ShouldBeTrue();
    }

    [Theory, Databases]
    [Trait("Req", "VLT-01")]
    public async Task Stored_Always_HoldsNeitherKeyNorCodes(TestDatabase database)
    {
        var (world, person, _, codes) = await WithAppAsync(database);
        var hashes = await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().RecoveryCodes
            .Where(c => c.UserId == person.Id).Select(c => c.Hash).ToListAsync());
        hashes.Count.ShouldBe(codes.Count);
        hashes.ShouldAllBe(h => h.Length == Secrets.HashLength && !codes.Contains(h));
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Set<UserToken>().CountAsync(t => t.UserId == person.Id)))
            .ShouldBe(0, "Identity's own store would keep the key in clear");
    }

    private async Task<(World World, Person Person, App App, IReadOnlyList<string> Codes)> WithAppAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, app, codes) = await App.OfSomebodyAsync(world);
        return (world, person, app, codes);
    }

    private static async Task<Browser> SignedInAsync(World world, Person person, App app, TimeSpan later = default)
    {
        world.Clock.Advance(later);
        var browser = new Browser(world);
        await PasswordAsync(browser, person);
        (await CodeAsync(browser, app.Code())).ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task PasswordAsync(Browser browser, Person person)
    {
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        Uri.UnescapeDataString(answer.Headers.Location!.ToString()).ShouldEndWith("/account/code");
    }

    private static async Task<HttpStatusCode> CodeAsync(Browser browser, string code)
    {
        using var answer = await browser.PostAsync("/account/code", "/account/code", ("Code", code));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(Browser browser, string handler, string code)
    {
        using var answer = await browser.PostAsync("/account/second-factor", $"/account/second-factor?handler={handler}", ("Code", code));
        return answer.StatusCode;
    }

    private static async Task LiftAsync(World world, Person person)
    {
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        (await world.AsAsync<IUserAppService, UserDto>(company, administrator, s => s.GetAsync(person.Id))).Block.ShouldNotBeNull().AccountUntil.ShouldNotBeNull();
        await world.AsAsync<IUserAppService>(company, administrator, s => s.LiftBlockAsync(person.Id));
    }

    private static Task ResetAsync(World world, TenantInfo company, Person by, Person person) =>
        world.AsAsync<IUserAppService>(company, by, s => s.ResetSecondFactorAsync(person.Id));

    private static Task<bool> VerifyAsync(World world, Person person, string code) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<ISecondFactorService>().VerifyAsync(person.Id, code));
}
