using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-02")]
public sealed class PasswordReset_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Forgot = "/account/forgot";
    private const string New = "Other-horse-8";

    [Theory, Databases]
    public async Task Request_KnownOrUnknown_AnswersTheSame(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var browser = new Browser(world);
        using var known = await browser.PostAsync(Forgot, Forgot, ("Email", person.Email));
        using var unknown = await browser.PostAsync(Forgot, Forgot, ("Email", "nobody@test.example"));
        (known.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        WithoutTokens(await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(WithoutTokens(await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, Databases]
    public async Task Reset_ByLink_SetsThePasswordOnceAndEndsSessions(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        using var session = new Browser(world);
        using (await session.SignInAsync(person.Email, Person.Password))
        {
        }

        var page = $"/account/reset/{await LinkAsync(world, person)}";
        using var browser = new Browser(world);
        using (var weak = await browser.PostAsync(page, page, ("Input.Password", "short"), ("Input.RepeatPassword", "short")))
            weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var done = await browser.PostAsync(page, page, ("Input.Password", New), ("Input.RepeatPassword", New)))
            done.Headers.Location!.ToString().ShouldBe("/account/sign-in");
        (await browser.ReadDeadAsync(page)).ShouldContain("This link has been used");
        using var ended = await session.GetAsync("/account/profile");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldBeNull();
        (await world.SignInAsync(person.Email, New, world.NewAddress())).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Reset_OlderExpiredOrForeignLink_IsRefused(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var older = await LinkAsync(world, person);
        var newer = await LinkAsync(world, person);
        await ResetAsync(world, older).ShouldBeRefusedAsync(IdentityErrorCodes.LinkReplaced);
        await ResetAsync(world, Secrets.NewKey()).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await ResetAsync(world, newer).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task Reset_PasswordWithTheCompanysName_IsRefused(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var link = await LinkAsync(world, person);
        foreach (var (password, company) in new[] { ("Platform-hue-83", false), ("Company-hue-83", true) })
        {
            if (company)
                await world.JoinAsync(person, await world.CompanyAsync(), StandardRoles.Reader);
            await world.AsAsync<IPasswordResetAppService>(null, null, r => r.ResetAsync(link, new ResetPasswordDto(password, password))).ShouldBeRefusedAsync(IdentityErrorCodes.PasswordOfCompany);
        }
    }

    [Theory, Databases]
    public async Task Reset_AfterThePasswordWasChanged_IsRefused(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var token = await LinkAsync(world, person);
        await world.AsAsync<IAccountAppService>(null, person, a => a.ChangePasswordAsync(new ChangePasswordDto(Person.Password, New, New)));
        await ResetAsync(world, token).ShouldBeRefusedAsync(IdentityErrorCodes.LinkRevoked);
    }

    [Theory, Databases]
    public async Task Request_AgainAndAgain_SendsNoMoreThanFiveAnHour(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        for (var i = 0; i < 5; i++)
            await LinkAsync(world, person);
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(person.Email));
        await LinkAsync(world, await world.PersonAsync());
        world.Mail.To(person.Email).Count.ShouldBe(5);
    }

    private async Task<(World World, Person Person)> PersonAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        return (world, await world.PersonAsync());
    }

    private static async Task<string> LinkAsync(World world, Person person)
    {
        var count = world.Mail.To(person.Email).Count;
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(person.Email));
        await world.Mail.WaitForAsync(person.Email, count + 1);
        return world.Mail.TokenFor(person.Email, "/account/reset/");
    }

    private static Task ResetAsync(World world, string token) =>
        world.AsAsync<IPasswordResetAppService>(null, null, r => r.ResetAsync(token, new ResetPasswordDto(New, New)));

    private static string WithoutTokens(string html) => System.Text.RegularExpressions.Regex.Replace(html, "CfDJ8[^\"]+|\\\\?&quot;[^&]*CfDJ8[^&]*&quot;|nonce=\"[^\"]*\"", "");
}
