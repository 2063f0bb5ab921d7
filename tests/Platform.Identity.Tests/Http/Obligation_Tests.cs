using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class Obligation_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string NewPassword = "Other-horse-8";

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task SignIn_PasswordTooOld_OpensNothingButItsChange(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database, (IdentitySettings.PasswordChangeDays, "90"));
        world.Clock.Advance(TimeSpan.FromDays(91));
        using var browser = await SignedInAsync(world, person);
        foreach (var page in new[] { "/account/profile", "/account/tokens", "/account/sessions" })
            await LeadsToAsync(browser, page, "/account/new-password");
        using (var changed = await ChangeAsync(browser, Person.Password, NewPassword))
            changed.Headers.Location!.ToString().ShouldBe("/account/profile");
        await browser.ReadAsync("/account/profile");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task SignIn_PasswordTooOld_CanBeLeft(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database, (IdentitySettings.PasswordChangeDays, "90"));
        world.Clock.Advance(TimeSpan.FromDays(91));
        using var browser = await SignedInAsync(world, person);
        using var left = await browser.PostAsync("/account/new-password", "/account/sign-out");
        left.Headers.Location!.ToString().ShouldBe("/account/sign-in");
        await LeadsToAsync(browser, "/account/new-password", "/account/sign-in");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task Change_ToAFormerPassword_IsRefusedAsFarBackAsTheSettingSays(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database, (IdentitySettings.PasswordHistory, "2"));
        await ChangeAsync(world, person, Person.Password, NewPassword);
        await ChangeAsync(world, person, NewPassword, Person.Password).ShouldBeRefusedAsync(IdentityErrorCodes.PasswordReused);
        await ChangeAsync(world, person, NewPassword, "Third-horse-9");
        await ChangeAsync(world, person, "Third-horse-9", Person.Password);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task SignIn_FactorRequired_RemindsUntilItIsDueThenOpensNothingElse(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database, (IdentitySettings.SecondFactorRequired, "true"), (IdentitySettings.SecondFactorGraceDays, "7"));
        using (var first = await SignedInAsync(world, person))
            (await first.ReadAsync("/account/profile")).ShouldContain("Please set up a second factor by");
        world.Clock.Advance(TimeSpan.FromDays(6));
        using (var second = await SignedInAsync(world, person))
            (await second.ReadAsync("/account/profile")).ShouldContain("Please set up a second factor by", customMessage: "the days run from the first sign-in");
        world.Clock.Advance(TimeSpan.FromDays(2));
        using var late = await SignedInAsync(world, person);
        await LeadsToAsync(late, "/account/tokens", "/account/second-factor");
        (await late.ReadAsync("/account/second-factor?returnUrl=%2F")).ShouldContain("Set it up to go on");
        await App.SetUpAsync(world, late);
        (await late.ReadAsync("/account/profile")).ShouldNotContain("Please set up a second factor by");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task SignIn_FactorRequiredWithoutGrace_IsOwedAtOnce(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database, (IdentitySettings.SecondFactorRequired, "true"), (IdentitySettings.SecondFactorGraceDays, "0"));
        using var browser = await SignedInAsync(world, person);
        await LeadsToAsync(browser, "/account/profile", "/account/second-factor");
        // A page that loads a part of itself would reload without end.
        using var part = await browser.GetPartAsync("/shell/companies", "127.0.0.1");
        part.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task Invalidate_PasswordKnownToOthers_OpensNothingAndALinkBringsANewOne(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        using var browser = await SignedInAsync(world, person);
        await world.AsAsync<IUserAppService>(company, admin, u => u.InvalidatePasswordAsync(person.Id));
        await LeadsToAsync(browser, "/account/profile", "/account/sign-in");
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldBeNull();
        var token = world.Mail.TokenFor(person.Email, "/account/reset/");
        await ResetAsync(world, token, Person.Password).ShouldBeRefusedAsync(IdentityErrorCodes.PasswordReused);
        await ResetAsync(world, token, NewPassword);
        (await world.SignInAsync(person.Email, NewPassword, world.NewAddress())).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task Invalidate_OfSomebodyWithMoreRights_IsRefused(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(company, admin, u => u.SetDirectGrantsAsync(person.Id, new SetDirectGrantsDto([IdentityPermissions.Users.Manage])));
        await world.AsAsync<IUserAppService>(company, person, u => u.InvalidatePasswordAsync(admin.Id)).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
    }

    private async Task<(World World, TenantInfo Company, Person Person)> PersonAsync(TestDatabase database, params (string Name, string? Value)[] settings)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.AsAsync<ISecuritySettingsAppService>(company, admin, s => s.SetAsync(SettingPlace.Entity, settings.ToDictionary(c => c.Name, c => c.Value)));
        return (world, company, await world.PersonAsync(company, StandardRoles.Reader));
    }

    private static async Task<Browser> SignedInAsync(World world, Person person)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task LeadsToAsync(Browser browser, string page, string target)
    {
        using var answer = await browser.GetAsync(page);
        (answer.Headers.Location?.ToString()).ShouldBe($"{target}?returnUrl={Uri.EscapeDataString(page)}", page);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string from, string to)
    {
        const string page = "/account/new-password?returnUrl=%2Faccount%2Fprofile";
        return browser.PostAsync(page, page, ("Password.CurrentPassword", from), ("Password.NewPassword", to), ("Password.RepeatPassword", to));
    }

    private static Task ChangeAsync(World world, Person person, string from, string to)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.AsAsync<IAccountAppService>(null, person, a => a.ChangePasswordAsync(new ChangePasswordDto(from, to, to)));
    }

    private static Task ResetAsync(World world, string token, string password) =>
        world.AsAsync<IPasswordResetAppService>(null, null, r => r.ResetAsync(token, new ResetPasswordDto(password, password)));
}
